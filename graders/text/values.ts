import { rememberLatest } from "./remember-latest.ts";
import { readCalendarWeek } from "./values-calendar-weeks.ts";
import { readDates } from "./values-dates.ts";
import { readQuantities } from "./values-quantities.ts";
import { readReference } from "./values-references.ts";
import { readDigitCode } from "./values-digit-codes.ts";
import { afterMinus, negated } from "./values-signs.ts";
import { readTimes } from "./values-times.ts";
import type { Value, ValueReading } from "./value.ts";
import { beginsValue, role, type ValueToken } from "./values-token.ts";
import { valueTokens } from "./values-tokens.ts";

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
export const readValues = rememberLatest(valuesOf);

function valuesOf(text: string): readonly Value[] {
  const tokens = valueTokens(text);
  const values: Value[] = [];
  let at = 0;
  while (at < tokens.length) {
    const reading = readAt(tokens, at);
    at += 1;
    if (reading === undefined) continue;
    for (const value of reading.values) values.push(value);
    at = Math.max(at, reading.next);
  }
  return values;
}

/** A minus belongs to what is read behind it, if that can be below zero. */
function readAt(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token === undefined || !beginsValue(token)) return undefined;
  const start = afterMinus(tokens, at);
  if (start === undefined) return readPositive(tokens, at);
  const reading = readPositive(tokens, start);
  return reading && negated(reading, token.start);
}

/** The order decides: what could be read in two ways is read by the more specific reader. */
function readPositive(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token?.kind === "digits") return readFromDigits(tokens, at);
  const roles = token?.roles ?? 0;
  if (roles & role.codeStart) return readDigitCode(tokens, at);
  return (
    (roles & (role.section | role.article) ? readReference(tokens, at) : undefined) ??
    (roles & role.week ? readCalendarWeek(tokens, at) : undefined) ??
    (roles & (role.month | role.ordinal) ? readDates(tokens, at) : undefined) ??
    (roles & (role.hour | role.half) ? readTimes(tokens, at) : undefined) ??
    readQuantities(tokens, at)
  );
}

function readFromDigits(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  return (
    readCalendarWeek(tokens, at) ??
    readDates(tokens, at) ??
    readTimes(tokens, at) ??
    readDigitCode(tokens, at) ??
    readQuantities(tokens, at)
  );
}
