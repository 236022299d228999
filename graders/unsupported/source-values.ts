import type { GradedCase } from "../../core/case.ts";
import { readContent, type ContentItem } from "../text/content-items.ts";
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
    words: new Set(items.map(({ lower }) => lower)),
    addresses: items.filter(isAddress).map(({ lower }) => lower),
  };
}

export function isAddress({ text, value }: ContentItem): boolean {
  return value === undefined && /@|^(?:www\.|https?:)/u.test(text);
}

export function keyOf({ kind, canonical }: Value): string {
  return `${kind} ${canonical}`;
}

/** Does the source hold the value, in whatever spelling? */
export function isGiven(source: Source, item: ContentItem, value: Value): boolean {
  const digits = digitsOf(item);
  if (counting.known.includes(digits) && digits === item.text) return true;
  if (value.kind === "digit-code") return isKnownCode(source, digits);
  if (source.values.some((given) => isSame(source, value, given))) return true;
  if (value.kind === "reference") return isSplitReference(source, value);
  const amount = amountOf(value);
  if (amount === undefined) return false;
  if (value.kind === "number") return source.digits.has(item.text) || hasAmount(source, amount);
  return amount > largestSmall && hasPlainNumber(source, value, amount);
}

/** A date may lose its year; it may gain one that stands in the source. */
function isSame(source: Source, value: Value, given: Value): boolean {
  if (!sameValue(value, given)) return false;
  const year = yearOf(value);
  if (year === undefined || yearOf(given) !== undefined) return true;
  return source.digits.has(year);
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
