import { remember } from "./remember.ts";
import { sameValue } from "./values-same.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** A value that a rendering of a text has to keep, as the text writes it. */
export interface WantedValue {
  readonly value: Value;
  readonly quote: string;
}

/**
 * Values of a source that every reference keeps too: an expert left them in, so they matter, and
 * they can be read in the language of the reference. Each value once.
 */
export function wantedValues(source: string, references: readonly string[]): WantedValue[] {
  const kept = references.map(authoredValues);
  return authoredValues(source)
    .filter((value) => kept.every((values) => values.some((other) => sameValue(value, other))))
    .map((value) => ({ value, quote: source.slice(value.start, value.end) }));
}

/** First place of a wanted value among the values of an answer. */
export function placeOfValue(wanted: WantedValue, values: readonly Value[]): Value | undefined {
  return values.find((found) => sameValue(wanted.value, found));
}

/** The values of a text, the first of those that are equal. */
export function distinctValues(text: string): readonly Value[] {
  const known = new Set<string>();
  const values: Value[] = [];
  for (const value of readValues(text)) {
    // No two kinds have a spelling in common.
    if (known.has(value.canonical)) continue;
    known.add(value.canonical);
    values.push(value);
  }
  return values;
}

/** Sources and references are asked for with every answer. */
const authoredValues = remember(distinctValues);
