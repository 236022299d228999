import { remember } from "./remember.ts";
import { beginsValue } from "./values-begin.ts";
import { readDates } from "./values-dates.ts";
import { readQuantities } from "./values-quantities.ts";
import { readReference } from "./values-references.ts";
import { readDigitCode } from "./values-digit-codes.ts";
import { readTimes } from "./values-times.ts";
import type { Value, ValueReading } from "./value.ts";
import { valueTokens, type ValueToken } from "./values-tokens.ts";

/**
 * Reads the values of a text in one linear pass: amounts of money, dates, times of day, durations,
 * measures, §-references, phone-like digit codes and plain numbers, in German and, as far as
 * digits, units and month names go, in English, French, Turkish, Polish, Romanian, Russian,
 * Ukrainian and Arabic. Vague spans ("Ende März", "bald") are not values.
 *
 * @example
 * readValues("Bis zum 1. März 2026 sind 1.234,50 € zu zahlen.").map((value) => value.canonical);
 * // ["2026-03-01", "EUR 1234.5"]
 */
export const readValues = remember(valuesOf);

function valuesOf(text: string): readonly Value[] {
  const tokens = valueTokens(text);
  const values: Value[] = [];
  let at = 0;
  while (at < tokens.length) {
    const reading = readAt(tokens, at);
    if (reading !== undefined) values.push(...reading.values);
    at = Math.max(at + 1, reading?.next ?? 0);
  }
  return values;
}

/** The order decides: what could be read in two ways is read by the more specific reader. */
function readAt(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token === undefined || !beginsValue(token)) return undefined;
  return (
    readReference(tokens, at) ??
    readDates(tokens, at) ??
    readTimes(tokens, at) ??
    readDigitCode(tokens, at) ??
    readQuantities(tokens, at)
  );
}
