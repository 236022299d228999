import type { GradedCase } from "../../core/case.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { rememberObject } from "../text/remember-object.ts";
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
export function inventedPlaces(content: Content, graded: GradedCase): InventedPlace[] {
  const { values, words } = givenBy(graded);
  return content.items
    .filter((item, at) => {
      if (isAsked(content.items, at)) return false;
      if (item.value === undefined) return isAddress(item) && !words.has(item.lower);
      if (item.value.kind === "number" || item.value.canonical.startsWith("times ")) return false;
      return !isGiven(item.value, values) && !isIdiom(item);
    })
    .map(({ start, end, text }) => ({ start, end, quote: text }));
}

/** Values and words of the input. */
const givenBy = rememberObject((graded: GradedCase) => {
  const input = graded.input ?? {};
  const given = [input.text, input.pseudonymised, input.question, input.old, input.new]
    .filter((text) => text !== undefined)
    .map((text) => readContent(text.normalize("NFC")));
  return {
    values: given.flatMap(({ items }) => items.flatMap(({ value }) => value ?? [])),
    words: new Set(given.flatMap(({ items }) => items.map(({ lower }) => lower))),
  };
});

function isAddress({ text }: ContentItem): boolean {
  return text.includes("@") || /^(?:www\.|https?:)/u.test(text);
}

/** A year that is said elsewhere in the input may complete a date; a date may lose its year. */
function isGiven(value: Value, given: readonly Value[]): boolean {
  return given.some((other) => {
    if (!sameValue(value, other)) return false;
    const year = yearOf(value);
    if (year === undefined || yearOf(other) !== undefined) return true;
    return given.some((known) => known.canonical === year || yearOf(known) === year);
  });
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
