import { namedValue, type Value, type ValueReading } from "./value.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";

/** Bounds for hostile texts: parts of one reference, and references of one chain. */
const mostParts = 8;
const longestChain = 12;

/**
 * Reads §-references: `§ 3 Abs. 2 Satz 1 SGB X` = `Paragraf 3 Absatz 2 Satz 1 SGB 10`,
 * `§ 58 (1) VwGO`, `Art. 6 Abs. 1 Buchst. e DSGVO` = `Art. 6 I e) DSGVO`, `§§ 3 und 4 VwVfG` and
 * `§ 3 und § 4 VwVfG` (two each, both of this statute), `§§ 3 ff. VwVfG`. The canonical form
 * is `§ 3 abs-2 satz-1 @sgbx`; the statute is left out when the text names none.
 */
export function readReference(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const sign = signAt(tokens, at);
  if (sign === undefined) return undefined;
  const sections: Section[] = [];
  let next = sign.next;
  while (sections.length < longestChain) {
    const section = sectionAt(tokens, next);
    if (section === undefined) break;
    sections.push(section);
    const further = furtherSection(tokens, section.next, sign.name);
    if (further === undefined) break;
    next = further;
  }
  const last = sections.at(-1);
  if (last === undefined) return undefined;
  const statute = statuteAt(tokens, last.next);
  const end = statute?.next ?? last.next;
  const values: Value[] = [];
  for (const section of sections) {
    const from = values.length === 0 ? at : section.from;
    const to = section === last ? end : section.next;
    const canonical = canonicalOf(sign.name, section, statute?.name);
    values.push(valueOf(tokens, { from, to, canonical }));
  }
  return { values, next: end };
}

function canonicalOf(
  sign: string,
  { number, parts }: Section,
  statute: string | undefined,
): string {
  let canonical = `${sign} ${number}`;
  for (const part of parts) canonical += ` ${part}`;
  return statute === undefined ? canonical : `${canonical} ${statute}`;
}

function valueOf(
  tokens: readonly ValueToken[],
  found: { readonly from: number; readonly to: number; readonly canonical: string },
): Value {
  const start = tokens[found.from]?.start ?? 0;
  const end = tokens[found.to - 1]?.end ?? start;
  return namedValue({ kind: "reference", canonical: found.canonical }, { start, end });
}

function signAt(
  tokens: readonly ValueToken[],
  at: number,
): { readonly name: "§" | "Art"; readonly next: number } | undefined {
  const token = tokens[at];
  if (token === undefined || (token.roles & (role.section | role.article)) === 0) return undefined;
  if (token.text === "§") {
    return { name: "§", next: tokens[at + 1]?.text === "§" ? at + 2 : at + 1 };
  }
  if (token.roles & role.section) {
    const isShort = token.lower.startsWith("sec") && tokens[at + 1]?.text === ".";
    return { name: "§", next: isShort ? at + 2 : at + 1 };
  }
  return { name: "Art", next: tokens[at + 1]?.text === "." ? at + 2 : at + 1 };
}

interface Section {
  readonly from: number;
  readonly number: string;
  readonly parts: readonly string[];
  readonly next: number;
}

function sectionAt(tokens: readonly ValueToken[], at: number): Section | undefined {
  const number = numberWithLetter(tokens, at);
  if (number === undefined) return undefined;
  const parts: string[] = [];
  let next = number.next;
  while (parts.length < mostParts) {
    const part = partAt(tokens, next);
    if (part === undefined) break;
    parts.push(part.name);
    next = part.next;
  }
  return { from: at, number: number.text, parts, next: behindFollowing(tokens, next) };
}

/** Behind the `ff.` of `§§ 3 ff.`: where the following sections end is not said. */
function behindFollowing(tokens: readonly ValueToken[], at: number): number {
  const following = tokens[at]?.lower;
  if (following !== "f" && following !== "ff") return at;
  const [dot, next] = [tokens[at + 1], tokens[at + 2]];
  const isDotted = dot?.text === "." && dot.gap === "none" && next?.gap !== "break";
  return isDotted ? at + 2 : at + 1;
}

/** `36a`, `36 a` is not read as one: the letter has to stick. */
function numberWithLetter(
  tokens: readonly ValueToken[],
  at: number,
): { readonly text: string; readonly next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== "digits" || token.gap === "break") return undefined;
  const letter = tokens[at + 1];
  if (letter?.kind !== "word" || letter.gap !== "none" || letter.text.length !== 1) {
    return { text: token.text, next: at + 1 };
  }
  return { text: token.text + letter.lower, next: at + 2 };
}

/** `Abs. 2`, `Absatz 2`, `(2)`, `Satz 1`, `Nr. 3`, `Buchst. a`; behind a comma too. */
function partAt(
  tokens: readonly ValueToken[],
  from: number,
): { readonly name: string; readonly next: number } | undefined {
  const bracket = tokens[from]?.text === "(" && tokens[from + 2]?.text === ")";
  const inside = tokens[from + 1];
  if (bracket && inside?.kind === "digits") return { name: `abs-${inside.text}`, next: from + 3 };
  const short = shortPart(tokens, from);
  if (short !== undefined) return short;
  const at = tokens[from]?.text === "," ? from + 1 : from;
  const kind = vocabulary.sectionParts.get(tokens[at]?.lower ?? "");
  if (kind === undefined) return undefined;
  const numberAt = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  const token = tokens[numberAt];
  if (kind === "lit") {
    const close = tokens[numberAt + 1]?.text === ")" ? 1 : 0;
    return token?.text.length === 1 && token.kind === "word"
      ? { name: `lit-${token.lower}`, next: numberAt + 1 + close }
      : undefined;
  }
  const number = numberWithLetter(tokens, numberAt);
  return number === undefined ? undefined : { name: `${kind}-${number.text}`, next: number.next };
}

/** `I` of `§ 823 I BGB` (the letter of a part is small), `e)` of `Art. 6 (1) e) DSGVO`. */
function shortPart(
  tokens: readonly ValueToken[],
  at: number,
): { readonly name: string; readonly next: number } | undefined {
  const [token, behind] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || token.gap === "break") return undefined;
  if (behind?.text === ")" && behind.gap === "none" && /^\p{Ll}$/u.test(token.text)) {
    return { name: `lit-${token.lower}`, next: at + 2 };
  }
  const roman = capitalRomans.get(token.text);
  return roman === undefined ? undefined : { name: `abs-${roman}`, next: at + 1 };
}

/** Where the next section of `§§ 3, 4 und 5a VwVfG` starts, also with a sign of its own. */
function furtherSection(
  tokens: readonly ValueToken[],
  from: number,
  sign: "§" | "Art",
): number | undefined {
  const connector = tokens[from]?.lower ?? "";
  if (!sectionJoints.has(connector)) return undefined;
  const at = connector === "u" && tokens[from + 1]?.text === "." ? from + 1 : from;
  const again = signAt(tokens, at + 1);
  if (again !== undefined) return again.name === sign ? again.next : undefined;
  const number = numberWithLetter(tokens, at + 1);
  if (number === undefined) return undefined;
  const after = tokens[number.next];
  const measured = hasRole(tokens, number.next, role.measure) || after?.text === ".";
  const money =
    hasRole(tokens, number.next, role.currency) || after?.text === ":" || after?.text === ",";
  return measured || (money && tokens[number.next + 1]?.gap === "none") ? undefined : at + 1;
}

const sectionJoints = new Set([",", "und", "oder", "bis", "-", "u"]);
const statuteArticles = new Set(["der", "des", "dem", "die", "das", "im"]);

/** `SGB X`, `des Zehnten Buches Sozialgesetzbuch`, `VwGO`, `der Hundesteuersatzung`. */
function statuteAt(
  tokens: readonly ValueToken[],
  from: number,
): { readonly name: string; readonly next: number } | undefined {
  if (tokens[from]?.lower === "of") return englishStatuteAt(tokens, from);
  const at = statuteArticles.has(tokens[from]?.lower ?? "") ? from + 1 : from;
  const token = tokens[at];
  if (token?.kind !== "word" || token.gap === "break") return undefined;
  const book = bookOf(token);
  if (book !== undefined && /^buche?s?$/u.test(tokens[at + 1]?.lower ?? "")) {
    const long = tokens[at + 2]?.lower.startsWith("sozialgesetzbuch") === true;
    return { name: `@sgb${book}`, next: long ? at + 3 : at + 2 };
  }
  const joined = joinedWord(tokens, at);
  const name =
    vocabulary.statutes.get(joined.word) ??
    (joined.word.endsWith("s")
      ? vocabulary.statutes.get(joined.word.replace(/e?s$/u, ""))
      : undefined);
  const known = name ?? (isAbbreviation(joined.text) ? joined.word : statuteWord(joined.word));
  return known === undefined ? undefined : withBook(tokens, known, joined.next);
}

/** `Zehnten` */
function bookOf({ lower, roles }: ValueToken): string | undefined {
  if ((roles & role.ordinal) === 0) return undefined;
  return vocabulary.books.get(lower.replace(/e[ns]?$/u, ""));
}

/** Words between `of` and the bracket in `Section 60 of Book I of the Social Code (SGB I)`. */
const longestEnglishName = 9;

/** The German name in brackets behind an English one, or the bare name: `of the VwGO`. */
function englishStatuteAt(
  tokens: readonly ValueToken[],
  from: number,
): { readonly name: string; readonly next: number } | undefined {
  const at = tokens[from + 1]?.lower === "the" ? from + 2 : from + 1;
  for (let open = at; open <= at + longestEnglishName; open += 1) {
    const token = tokens[open];
    if (token === undefined || token.gap === "break" || /^[.;]$/u.test(token.text)) break;
    if (token.text !== "(") continue;
    const inside = statuteAt(tokens, open + 1);
    return inside === undefined ? undefined : { ...inside, next: inside.next + 1 };
  }
  return statuteAt(tokens, at);
}

/** `DS-GVO` and `Datenschutz-Grundverordnung` without their hyphens. */
function joinedWord(
  tokens: readonly ValueToken[],
  at: number,
): { readonly text: string; readonly word: string; readonly next: number } {
  const [first, hyphen, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const sticks = hyphen?.text === "-" && hyphen.gap === "none" && second?.gap === "none";
  if (!sticks || second.kind !== "word") {
    return { text: first?.text ?? "", word: first?.lower ?? "", next: at + 1 };
  }
  const text = `${first?.text ?? ""}${second.text}`;
  return { text, word: text.toLowerCase(), next: at + 3 };
}

/** `VwGO`, `SGB`, `EStG`: at least two capital letters, at most twelve letters. */
function isAbbreviation(word: string): boolean {
  return word.length <= 12 && /^\p{Lu}.*\p{Lu}/u.test(word);
}

function statuteWord(word: string): string | undefined {
  const ending = vocabulary.statuteEndings.find((candidate) => word.endsWith(candidate));
  if (ending === undefined || word.length > 60) return undefined;
  return word.replace(/e?s$/u, "");
}

const romans = [
  "",
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
];

const capitalRomans = new Map(
  romans.slice(1).map((roman, at) => [roman.toUpperCase(), at + 1] as const),
);

/** The book of the social code: `SGB X` = `SGB 10`. */
function withBook(
  tokens: readonly ValueToken[],
  name: string,
  next: number,
): { readonly name: string; readonly next: number } {
  const token = tokens[next];
  if (name !== "sgb" || token === undefined) return { name: `@${name}`, next };
  if (romans.includes(token.lower)) return { name: `@sgb${token.lower}`, next: next + 1 };
  const book = token.kind === "digits" ? romans[Number(token.text)] : undefined;
  return book === undefined ? { name: "@sgb", next } : { name: `@sgb${book}`, next: next + 1 };
}
