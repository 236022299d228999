import type { GradedCase } from "../../core/case.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { rememberObject } from "../text/remember-object.ts";
import { wordProperty } from "../text/word.ts";
import { sameValue, yearOf } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";

/** A value of the answer that the case does not give. */
export interface InventedPlace {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * Amounts, dates, times, durations, measures, §-references, phone numbers and addresses of the
 * answer that stand neither in the input nor in the question. Plain numbers are not judged, nor
 * values behind `ob`, which are only asked for.
 */
export function inventedPlaces({ items }: Content, graded: GradedCase): InventedPlace[] {
  const given = givenBy(graded);
  const places: InventedPlace[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || !isOwn(item, given) || isAsked(items, at)) continue;
    places.push({ start: item.start, end: item.end, quote: item.text });
  }
  return places;
}

interface Given {
  readonly values: readonly Value[];
  readonly words: ReadonlySet<string>;
}

function isOwn(item: ContentItem, { values, words }: Given): boolean {
  const { value } = item;
  if (value === undefined) return isAddress(item.word) && !words.has(item.lower);
  if (value.kind === "number" || value.canonical.startsWith("times ")) return false;
  return !isGiven(value, values) && !isIdiom(item);
}

/** Values and words of the input. */
const givenBy = rememberObject((graded: GradedCase): Given => {
  const input = graded.input ?? {};
  const given = [input.text, input.pseudonymised, input.question, input.old, input.new]
    .filter((text) => text !== undefined)
    .map((text) => readContent(text.normalize("NFC")));
  return {
    values: given.flatMap(({ items }) => items.flatMap(({ value }) => value ?? [])),
    words: new Set(given.flatMap(({ items }) => items.map(({ lower }) => lower))),
  };
});

const isAddress = wordProperty(({ text }): boolean => {
  return text.includes("@") || /^(?:www\.|https?:)/u.test(text);
});

/** A year that is said elsewhere in the input may complete a date; a date may lose its year. */
function isGiven(value: Value, given: readonly Value[]): boolean {
  for (const other of given) {
    if (!sameValue(value, other)) continue;
    const year = yearOf(value);
    if (year === undefined || yearOf(other) !== undefined) return true;
    if (given.some((known) => known.canonical === year || yearOf(known) === year)) return true;
  }
  return false;
}

/** `an einem Tag`, `in einer Minute` are ways of speaking. */
function isIdiom({ lower, value }: ContentItem): boolean {
  return (
    lower.startsWith("ein") && (value?.canonical === "day 1" || value?.canonical === "minute 1")
  );
}

/** Behind `ob`, in the same sentence and not far. */
function isAsked(items: readonly ContentItem[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 15); back -= 1) {
    if (items[back]?.sentence !== items[at]?.sentence) return false;
    if (items[back]?.lower === "ob") return true;
  }
  return false;
}
