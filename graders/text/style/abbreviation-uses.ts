import { codeAt } from "../code-at.ts";
import { abbreviationEnding } from "../abbreviations.ts";
import { isFunctionWord } from "../sentence-words.ts";
import type { TextRange } from "../text-span.ts";
import type { StyleText, StyleToken } from "./style-text.ts";

/** An abbreviation where it stands; `explained` when the text says what it means. */
export interface AbbreviationUse extends TextRange {
  readonly text: string;
  readonly kind: "dotted" | "capitals";
  readonly explained: boolean;
}

const dotted = /(?<![\p{L}\p{N}.])\p{L}{1,14}\.(?:[ \u00A0\u202F]?\p{L}{1,6}\.){0,3}/gu;
const allCapitals = /^\p{Lu}{2,6}$/u;
const lawLike =
  /^\p{Lu}\p{L}{0,8}\p{Ll}\p{L}{0,4}(?:G|GB|GO|VO|O|U|H|V)$|^(?:BAföG|BaföG|GmbH|Kfz|Lkw|Pkw|WoG|StVZO)$/u;
const roman = /^[IVXLCDM]+$/u;

/**
 * Abbreviations of a text: those with dots that are in the list, and words of capitals (`SGB`,
 * `VwGO`). A word in capitals for emphasis, a Roman numeral and a line in capitals are none. A word
 * with a dot at the end of a sentence only counts if it is no word by itself.
 */
export function findAbbreviations({ masked, sentences }: StyleText): AbbreviationUse[] {
  const ends = new Set(sentences.map(({ end }) => end));
  const explained = new Set<string>();
  const uses: AbbreviationUse[] = [...findDotted(masked, ends)];
  for (const { tokens } of sentences) {
    for (const [at, token] of tokens.entries()) {
      const text = hasInnerCapital(token) ? capitalPart(tokens, at) : undefined;
      if (text === undefined) continue;
      const { start } = token;
      const end = start + text.length;
      if (isExplained(masked, { start, end, text })) explained.add(text);
      uses.push({ start, end, text, kind: "capitals", explained: explained.has(text) });
    }
  }
  return uses.toSorted((a, b) => a.start - b.start);
}

function* findDotted(text: string, ends: ReadonlySet<number>): Generator<AbbreviationUse> {
  const pattern = new RegExp(dotted);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const found = longestKnown(match[0]);
    const { index: start } = match;
    const end = start + (found ?? /^\p{L}+\./u.exec(match[0])?.[0] ?? match[0]).length;
    pattern.lastIndex = end;
    if (found === undefined) continue;
    const isOneWord = !/\.[\s\S]*\./u.test(found);
    if (isOneWord && ends.has(end) && abbreviationEnding(found) !== "before-capital") continue;
    yield { start, end, text: found, kind: "dotted", explained: false };
  }
}

function longestKnown(written: string): string | undefined {
  for (let end = written.length; end > 0; end = written.lastIndexOf(".", end - 2) + 1) {
    const part = written.slice(0, end);
    if (abbreviationEnding(part) !== undefined) return part;
  }
  return undefined;
}

/** All abbreviations without dots have a capital behind the first letter, but `Kfz`, `Lkw` and `Pkw`. */
function hasInnerCapital({ text, lower, isCapital }: StyleToken): boolean {
  if (!isCapital || text.length !== lower.length) return isCapital;
  for (let at = 1; at < text.length; at += 1) {
    if (codeAt(text, at) !== codeAt(lower, at)) return true;
  }
  return /^[KLP](?:fz|kw)/u.test(text);
}

/** The abbreviation in a word, which may go on behind a hyphen (`EU-Staat`). */
function capitalPart(tokens: readonly StyleToken[], at: number): string | undefined {
  const token = tokens[at];
  if (token?.isCapital !== true) return undefined;
  const part = /^\p{L}{2,14}(?=$|-)/u.exec(token.text)?.[0];
  if (part === undefined) return undefined;
  if (lawLike.test(part)) return part;
  if (!allCapitals.test(part) || roman.test(part) || isFunctionWord(part)) return undefined;
  const isShouted = (near: StyleToken | undefined): boolean =>
    near !== undefined && /^\p{Lu}{3,}$/u.test(near.text) && !roman.test(near.text);
  return isShouted(tokens[at - 1]) || isShouted(tokens[at + 1]) ? undefined : part;
}

/** `Sozialgesetzbuch (SGB)`, `SGB (Sozialgesetzbuch)`, `SGB bedeutet …`. */
function isExplained(source: string, { start, end, text }: TextRange & { text: string }): boolean {
  const behind = source.slice(end, end + 60);
  if (
    /\p{Ll}["“”*]{0,2}\s?\((?:kurz:?\s|abgekürzt:?\s)?["„]?$/u.test(
      source.slice(Math.max(0, start - 20), start),
    ) &&
    /^["“]?\)/u.test(behind)
  ) {
    return true;
  }
  if (
    /^["“”]?\s?(?:steht für|bedeutet|heißt|ist die Abkürzung|ist kurz für|das heißt)/u.test(behind)
  )
    return true;
  const inside = /^\s?\(([^()\n]{4,50})/u.exec(behind)?.[1] ?? "";
  const isSameStart = inside.charAt(0).toLowerCase() === text.charAt(0).toLowerCase();
  return (
    /\p{Ll}{3}/u.test(inside) &&
    (isSameStart || /^(?:das (?:ist|heißt|bedeutet)|kurz für)/u.test(inside))
  );
}
