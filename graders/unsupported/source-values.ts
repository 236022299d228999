import type { GradedCase } from "../../core/case.ts";
import { readContent, type ContentItem } from "../text/content-items.ts";
import { isNoun } from "../text/clauses.ts";
import { foldWord } from "../text/inflection.ts";
import { rememberObject } from "../text/remember-object.ts";
import { sameValue, yearOf } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";
import counting from "./counting-words.json" with { type: "json" };

/** What the case gives: the values, numbers and words an answer may use. */
export interface Source {
  readonly values: readonly Value[];
  /** Every run of digits, and all digits of a value without what stands between them. */
  readonly digits: ReadonlySet<string>;
  readonly codes: readonly string[];
  /** Keys of all words. */
  readonly keys: ReadonlySet<string>;
  /** Nouns and whose they are (`Verwaltung der Musikschule`): folded, its key, as written. */
  readonly pairs: readonly (readonly [string, string, string])[];
  /** Keys of nouns behind `ein`, `eine` …: one of them. */
  readonly ones: ReadonlySet<string>;
  /** Days without their month: `am 21. fliege ich`. */
  readonly days: ReadonlySet<string>;
  /** Words in lower case. */
  readonly words: ReadonlySet<string>;
  /** E-mail and web addresses in lower case. */
  readonly addresses: readonly string[];
}

/** What a case gives; undefined when it has no input to compare with. */
export const sourceOf = rememberObject((graded: GradedCase): Source | undefined => {
  const { given, authored } = sourceTexts(graded);
  return given.length === 0 ? undefined : readSource([...given, ...authored]);
});

/** Texts that count as source; authored expectations are right by definition. */
function sourceTexts({ input = {}, expected = {}, reference }: GradedCase): {
  readonly given: readonly string[];
  readonly authored: readonly string[];
} {
  const { text, pseudonymised, question, old, new: newer } = input;
  const { facts = [], allowed = [], citations = [] } = expected;
  return {
    given: [text, pseudonymised, question, old, newer].filter(isText),
    authored: [reference, ...facts, ...allowed, ...citations].filter(isText),
  };
}

function isText(entry: string | undefined): entry is string {
  return entry !== undefined;
}

function readSource(texts: readonly string[]): Source {
  const contents = texts.map((text) => readContent(text.normalize("NFC")));
  const items = contents.flatMap((content) => content.items);
  const distinct = new Map(
    items.flatMap(({ value }) => (value === undefined ? [] : [[keyOf(value), value] as const])),
  );
  const plain = contents.flatMap(({ text }) => text.match(/\d+/gu) ?? []);
  return {
    values: [...distinct.values()],
    digits: new Set(plain),
    codes: items.filter(({ value }) => value?.kind === "digit-code").map(digitsOf),
    keys: new Set(items.flatMap(({ keys }) => [...keys])),
    pairs: pairsOf(items),
    ones: new Set(items.flatMap((item, at) => (isOne(items[at - 1]) ? [...item.keys] : []))),
    days: new Set(
      contents.flatMap(({ text }) =>
        [...text.matchAll(/(?<!\d)(\d{1,2})\.(?=\s\p{Ll})/gu)].map(([, day]) =>
          String(Number(day)),
        ),
      ),
    ),
    words: new Set(items.map(({ lower }) => lower)),
    addresses: items.filter(isAddress).map(({ lower }) => lower),
  };
}

/** `1 Stimme` where the source says `eine Stimme`. */
export function isOneOf(
  { ones }: Source,
  item: ContentItem,
  next: ContentItem | undefined,
): boolean {
  return item.text === "1" && next !== undefined && [...next.keys].some((key) => ones.has(key));
}

function pairsOf(items: readonly ContentItem[]): [string, string, string][] {
  return items.flatMap((item, at): [string, string, string][] => {
    const owner = items[at + 2];
    if (!isNoun(item) || !/^(?:der|des|vom|von|für)$/u.test(items[at + 1]?.lower ?? "")) return [];
    if (owner === undefined || !isNoun(owner) || owner.sentence !== item.sentence) return [];
    return [[foldWord(item.text), shortestOf(owner), owner.text]];
  });
}

function shortestOf({ keys, text }: ContentItem): string {
  return [...keys].toSorted((a, b) => a.length - b.length)[0] ?? foldWord(text);
}

function isOne(item: ContentItem | undefined): boolean {
  return item !== undefined && /^eine?[nmrs]?$/u.test(item.lower);
}

export function isAddress({ text, value }: ContentItem): boolean {
  return value === undefined && /@|^(?:www\.|https?:)/u.test(text);
}

export function keyOf({ kind, canonical }: Value): string {
  return `${kind} ${canonical}`;
}

/** Does the source hold the value, in whatever spelling? */
export function isGiven(source: Source, item: ContentItem, value: Value): boolean {
  if (value.kind === "date" && isKnownDay(source, value)) return true;
  if (value.kind === "month" && isKnownMonth(source, value)) return true;
  if (isShareOf(source, value)) return true;
  const digits = digitsOf(item);
  if (counting.known.includes(digits) && digits === item.text) return true;
  if (value.kind === "digit-code") return isKnownCode(source, digits);
  if (source.values.some((given) => isSame(source, value, given))) return true;
  if (value.kind === "reference") return isSplitReference(source, value);
  const amount = amountOf(value);
  if (amount === undefined) return false;
  if (value.kind === "number") {
    return source.digits.has(item.text) || hasAmount(source, amount) || isTimeOf(source, item);
  }
  return amount > largestSmall && hasPlainNumber(source, value, amount);
}

/** `21. Oktober` where the source says `am 21.` and has another date in October. */
function isKnownDay({ days, values }: Source, { canonical }: Value): boolean {
  const day = String(Number(canonical.slice(-2)));
  const month = canonical.slice(0, -3).slice(-5);
  return (
    days.has(day) &&
    values.some(
      (given) => given.kind === "date" && given.canonical.slice(0, -3).endsWith(month.slice(-2)),
    )
  );
}

/** `August 2026` where the source says `1. August` and has the year. */
function isKnownMonth({ digits, values }: Source, { canonical }: Value): boolean {
  const [year = "", month = ""] = canonical.split("-");
  return (
    digits.has(year) &&
    values.some((given) => given.kind === "date" && given.canonical.startsWith(`--${month}-`))
  );
}

/** `50 Prozent` for `die Hälfte`. */
function isShareOf({ words }: Source, { canonical }: Value): boolean {
  if (!canonical.startsWith("percent ")) return false;
  return Object.entries(counting.shares).some(([word, percent]) => {
    return canonical === `percent ${percent}` && words.has(word);
  });
}

/** A date may lose its year; it may gain one that stands in the source. */
function isSame(source: Source, value: Value, given: Value): boolean {
  if (!sameValue(value, given)) return false;
  const year = yearOf(value);
  if (year === undefined || yearOf(given) !== undefined) return true;
  return source.digits.has(year);
}

/** `8.30` where the source says `8.30 Uhr`. */
function isTimeOf({ values }: Source, { text }: ContentItem): boolean {
  const [, hour = "", minute = ""] = /^(\d{1,2})[.:](\d{2})$/u.exec(text) ?? [];
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return hour !== "" && values.some((given) => given.kind === "time" && given.canonical === time);
}

function isKnownCode({ codes, digits }: Source, code: string): boolean {
  if (digits.has(code)) return true;
  const local = code.replace(/^(?:0049|49|0)/u, "");
  return code.length >= 4 && codes.some((known) => known.includes(code) || known.endsWith(local));
}

function digitsOf({ text }: ContentItem): string {
  return text.replaceAll(/\D/gu, "");
}

/** `§ 3 VwGO` where the source says `§ 3` and `VwGO` apart. */
function isSplitReference(source: Source, { canonical }: Value): boolean {
  const statute = canonical.split(" ").find((part) => part.startsWith("@"));
  if (statute === undefined) return false;
  const bare = canonical.replace(` ${statute}`, "");
  const isNamed = source.words.has(statute.slice(1));
  return isNamed && source.values.some((given) => given.canonical === bare);
}

/** Numbers up to this are found everywhere and support nothing. */
const largestSmall = 12;

function hasAmount({ values }: Source, amount: number): boolean {
  return values.some((given) => amountOf(given) === amount);
}

/** `24 Jahre` where the source says `das 24. Lebensjahr`. */
function hasPlainNumber({ values }: Source, value: Value, amount: number): boolean {
  const inYears = value.canonical.startsWith("month ") ? amount / 12 : amount;
  return values.some((given) => {
    return given.kind === "number" && [amount, inYears].includes(Number(given.canonical));
  });
}

/** The number in a value that has one: `EUR 46` → 46. */
export function amountOf({ kind, canonical }: Value): number | undefined {
  if (!["number", "money", "duration", "quantity"].includes(kind)) return undefined;
  const amount = Number(canonical.split(" ").at(-1));
  return Number.isFinite(amount) ? amount : undefined;
}
