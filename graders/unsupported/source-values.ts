import type { GradedCase } from "../../core/case.ts";
import { readContent, type ContentItem } from "../text/content-items.ts";
import { isNoun } from "../text/clauses.ts";
import { foldWord, sharesKey } from "../text/inflection.ts";
import { rememberObject } from "../text/remember-object.ts";
import { sameValue } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";
import { wordFlag, wordProperty } from "../text/word.ts";
import { monthOf } from "./calendar.ts";
import { SaidValues } from "./said-values.ts";
import counting from "./counting-words.json" with { type: "json" };

/** What the case gives: the values, numbers and words an answer may use. */
export interface Source {
  readonly values: readonly Value[];
  readonly said: SaidValues;
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
  readonly days: ReadonlySet<number>;
  /** Months of its dates, and of those without a year. */
  readonly months: ReadonlySet<number>;
  readonly openMonths: ReadonlySet<number>;
  /** Amounts of its values of any unit, and its plain numbers. */
  readonly amounts: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
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
  const values = [...distinct.values()];
  const dates = values.filter(({ kind }) => kind === "date");
  return {
    values,
    said: new SaidValues(values),
    months: new Set(dates.map(({ day }) => monthOf(day))),
    openMonths: new Set(dates.filter(({ year }) => year === 0).map(({ day }) => monthOf(day))),
    amounts: new Set(values.map(({ amount }) => amount).filter(Number.isFinite)),
    numbers: new Set(values.filter(({ kind }) => kind === "number").map(({ amount }) => amount)),
    digits: new Set(plain),
    codes: items.filter(({ value }) => value?.kind === "digit-code").map(digitsOf),
    keys: new Set(items.flatMap(({ keys }) => [...keys])),
    pairs: pairsOf(items),
    ones: new Set(items.flatMap((item, at) => (isOne(items[at - 1]) ? [...item.keys] : []))),
    days: new Set(
      contents.flatMap(({ text }) =>
        [...text.matchAll(/(?<!\d)(\d{1,2})\.(?=\s\p{Ll})/gu)].map(([, day]) => Number(day)),
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
  return item.text === "1" && next !== undefined && sharesKey(next.keys, ones);
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

export function isAddress({ word, value }: ContentItem): boolean {
  return value === undefined && isAddressWord(word);
}

const isAddressWord = wordProperty(({ text }) => /@|^(?:www\.|https?:)/u.test(text));

function keyOf({ kind, canonical }: Value): string {
  return `${kind} ${canonical}`;
}

/** Does the source hold the value, in whatever spelling? */
export function isGiven(source: Source, item: ContentItem, value: Value): boolean {
  const { kind, amount } = value;
  if (kind === "date" && isKnownDay(source, value)) return true;
  if (kind === "month" && isKnownMonth(source, value)) return true;
  if (value.unit === "percent" && isShareOf(source, amount)) return true;
  if (isEmergencyNumber(item.word)) return true;
  if (kind === "digit-code") return isKnownCode(source, digitsOf(item));
  if (isSaid(source, value)) return true;
  if (kind === "reference") return isSplitReference(source, value);
  if (!Number.isFinite(amount)) return false;
  if (kind === "number") {
    return source.digits.has(item.text) || source.amounts.has(amount) || isTimeOf(source, item);
  }
  return amount > largestSmall && hasPlainNumber(source, value);
}

/** Numbers of the police, the fire brigade and the like. */
const emergencyNumbers = new Set(counting.known);
const isEmergencyNumber = wordFlag(({ text }) => emergencyNumbers.has(text));

/** `21. Oktober` where the source says `am 21.` and has another date in October. */
function isKnownDay({ days, months }: Source, date: Value): boolean {
  return days.has(date.day % 100) && months.has(monthOf(date.day));
}

/** `August 2026` where the source says `1. August` and has the year. */
function isKnownMonth({ digits, openMonths }: Source, month: Value): boolean {
  return openMonths.has(monthOf(month.day)) && digits.has(String(month.year));
}

const shares = Object.entries(counting.shares);

/** `50 Prozent` for `die Hälfte`. */
function isShareOf({ words }: Source, amount: number): boolean {
  return shares.some(([word, percent]) => percent === amount && words.has(word));
}

function isSaid(source: Source, value: Value): boolean {
  return source.said.some(value, (given) => isSame(source, value, given));
}

/** A date may lose its year; it may gain one that stands in the source. */
function isSame(source: Source, value: Value, given: Value): boolean {
  if (!sameValue(value, given)) return false;
  return value.year === 0 || given.year !== 0 || source.digits.has(String(value.year));
}

/** `8.30` where the source says `8.30 Uhr`. */
function isTimeOf({ values }: Source, { text }: ContentItem): boolean {
  if (text.length < 4) return false;
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

/** `24 Jahre` where the source says `das 24. Lebensjahr`. */
function hasPlainNumber({ numbers }: Source, { unit, amount }: Value): boolean {
  return numbers.has(amount) || (unit === "month" && numbers.has(amount / 12));
}
