import { readDates } from "./values-dates.ts";
import { readQuantities } from "./values-quantities.ts";
import { readReference } from "./values-references.ts";
import { readDigitCode } from "./values-digit-codes.ts";
import { readTimes } from "./values-times.ts";
import { valueTokens, type ValueToken } from "./values-tokens.ts";

/** What kind of value a passage holds. */
export type ValueKind =
  | "money"
  | "date"
  | "month"
  | "time"
  | "duration"
  | "quantity"
  | "reference"
  | "digit-code"
  | "number";

/** A value in a text. Two values are the same when {@link sameValue} says so. */
export interface Value {
  readonly kind: ValueKind;
  /** UTF-16 code units into the text that was read. */
  readonly start: number;
  readonly end: number;
  /** One spelling for all spellings: `EUR 37`, `2026-03-01`, `--03-01`, `09:00`, `month 1`. */
  readonly canonical: string;
}

/** What a reader found at a token, and where to go on. */
export interface ValueReading {
  readonly values: readonly Value[];
  readonly next: number;
}

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
export function readValues(text: string): Value[] {
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

/** The only signs a value can begin with. */
const firstSigns = new Set(["§", "(", "+", "€", "$", "£"]);

/** The order decides: what could be read in two ways is read by the more specific reader. */
function readAt(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token?.kind === "sign" && !firstSigns.has(token.text)) return undefined;
  return (
    readReference(tokens, at) ??
    readDates(tokens, at) ??
    readTimes(tokens, at) ??
    readDigitCode(tokens, at) ??
    readQuantities(tokens, at)
  );
}
