import { plainLetters } from "./plain-letters.ts";
import { wordOf, wordProperty, type Word } from "./word.ts";
import data from "./inflection-words.json" with { type: "json" };

/**
 * Keys under which a German word is looked up: two words belong together when they share one.
 * Covers inflection (`Anträge` – `Antrag`), participles and infinitives with zu (`eingereicht`,
 * `einzureichen` – `einreichen`), nouns in -ung (`Anmeldung` – `anmelden`), common ablaut
 * (`unterschrieben`, `Unterschrift` – `unterschreiben`), and female forms (`Antragstellerinnen`).
 * A light stemmer: it errs on the side of bringing together, and knows no meaning.
 *
 * @example
 * sharesKey(wordKeys("eingereicht"), wordKeys("einreichen")); // true
 */
export function wordKeys(word: string): ReadonlySet<string> {
  return keysOf(wordOf(word));
}

/** As `wordKeys`, of a word that was looked up. */
export const keysOf = wordProperty(({ text }) => computeKeys(text));

export function sharesKey(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** As `sharesKey` of the keys of two words; most are told apart by how their keys begin. */
export function belongTogether(a: Word, b: Word): boolean {
  return (beginningsOf(a) & beginningsOf(b)) !== 0 && sharesKey(keysOf(a), keysOf(b));
}

/** One of 31 bits for the first three letters of every key; equal beginnings have the same one. */
const beginningsOf = wordProperty((word): number => {
  let bits = 0;
  for (const key of keysOf(word)) {
    const hash = key.charCodeAt(0) * 7 + key.charCodeAt(1) * 3 + key.charCodeAt(2);
    bits |= 1 << (Number.isNaN(hash) ? 30 : hash % 31);
  }
  return bits;
});

/** Lower case without umlauts, accents, ß, hyphens, Mediopunkt and apostrophes. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/u.test(lower)) return spelledUmlauts(lower);
  const bare = plainLetters(lower.replace(/[-·•‧'’]/gu, "").replace(/ß/gu, "ss"));
  return spelledUmlauts(bare.replace(/[\u0300-\u0308\u030a-\u030c]/gu, "")).normalize("NFC");
}

/** `Gebuehr` is `Gebühr`; the same on both sides of a comparison, so `Steuer` does no harm. */
function spelledUmlauts(lower: string): string {
  return lower.replace(/(?<![aeq])([aou])e/gu, "$1");
}

/** Longest word that is looked into; longer ones are only compared whole. */
const longestWord = 60;

function computeKeys(word: string): ReadonlySet<string> {
  const folded = foldWord(word);
  if (folded.length > longestWord || !/^[a-z]+$/u.test(folded)) return new Set([folded]);
  const keys = new Set<string>([folded, ...inflectionStems(folded)]);
  const isLower = word.charAt(0) === word.charAt(0).toLowerCase();
  if (noVerbs.has(folded)) return new Set([folded]);
  if (isLower || folded.length > 4) for (const stem of verbStems(folded)) addVerb(stem, keys);
  for (const key of keys) {
    const derived = derivations.get(key);
    if (derived !== undefined) keys.add(derived);
  }
  const weekday = weekdays.get(word);
  if (weekday !== undefined) keys.add(weekday);
  return keys;
}

/** Nouns that only look like forms of a verb: `Hälfte`, `Internet`. */
const noVerbs = new Set(data.noVerbs);
const separable = data.separable.toSorted((a, b) => b.length - a.length);
const inseparable = data.inseparable.toSorted((a, b) => b.length - a.length);
const derivations = new Map(Object.entries(data.derived));
const weekdays = new Map(Object.entries(data.weekdays));
const ablaut = new Map(
  Object.entries(data.strong).flatMap(([stem, forms]) =>
    forms.map((form) => [form, stem] as const),
  ),
);

/** Prefixes that can stand apart from their verb, folded. */
export const separablePrefixes: ReadonlySet<string> = new Set(separable);

const nounEnding =
  /(?:erinnen|erin|innen|keiten|keit|heiten|heit|ungen|ung|ern|em|en|er|es|e|n|s)$/u;
/** Stems are at least this long, so that `Ende` does not become `E`. */
const shortestStem = 3;

/** One ending taken off, in every way that leaves a stem; only the longest and the shortest count. */
function inflectionStems(folded: string): string[] {
  const stems: string[] = [];
  const ending = nounEnding.exec(folded)?.[0];
  if (ending === undefined) return stems;
  const stem = folded.slice(0, -ending.length);
  if (stem.length < shortestStem && /[^aeio]n$/u.test(folded)) stems.push(folded.slice(0, -1));
  if (stem.length >= shortestStem) stems.push(stem.endsWith("niss") ? stem.slice(0, -1) : stem);
  if (ending.startsWith("er") && ending.length > 3) stems.push(`${stem}er`);
  return stems;
}

const verbEnding =
  /(?:testen|teten|tetet|endes|ender|enden|ende|end|eten|ete|ten|tet|test|est|te|et|en|st|ung|ungen|ern|eln|e|n|t)$/u;

function verbStems(folded: string): string[] {
  const ending = verbEnding.exec(folded)?.[0] ?? "";
  const stem = folded.slice(0, folded.length - ending.length);
  if (stem.length < shortestStem) return [folded];
  const kept = ending === "ern" || ending === "eln" ? [stem + ending.slice(0, 2)] : [];
  return [stem, folded, ...kept];
}

/** A verb stem under its prefix, its root without ge and zu, and its basic ablaut form. */
function addVerb(stem: string, keys: Set<string>): void {
  keys.add(stem);
  addRoot("", stem, keys);
  for (const prefix of separable) {
    if (!stem.startsWith(prefix) || stem.length - prefix.length < shortestStem) continue;
    addRoot(prefix, stem.slice(prefix.length), keys);
  }
}

function addRoot(prefix: string, rest: string, keys: Set<string>): void {
  const root = rest.replace(/^(?:ge|zu)(?=.{3})/u, "");
  if (root !== rest && (prefix !== "" || rest.startsWith("ge"))) keys.add(prefix + root);
  for (const candidate of new Set([rest, root])) {
    const whole = ablaut.get(candidate);
    if (whole !== undefined) keys.add(prefix + whole);
    const inner = inseparable.find((start) => candidate.startsWith(start));
    const strong = inner === undefined ? undefined : ablaut.get(candidate.slice(inner.length));
    if (strong !== undefined && inner !== undefined) keys.add(prefix + inner + strong);
  }
}
