import type { Value } from "./value.ts";
import { endOfNumber } from "./values-keys.ts";

/**
 * Does a text that holds `found` say what `wanted` asks for? Equal canonical values do. Further:
 * a date without a year goes with every year; a §-reference may be more precise than wanted, not
 * less; a plain number is met by the same number of years (`ab 16` – „ab 16 Jahren“) and a year
 * by a date in it. Not symmetric.
 */
export function sameValue(wanted: Value, found: Value): boolean {
  if (wanted.kind !== found.kind) return goesWith(wanted, found);
  if (wanted.kind === "date") return sameDay(wanted, found);
  if (wanted.kind === "duration") return wanted.amount === found.amount && sameUnit(wanted, found);
  if (wanted.kind === "reference") return isMorePrecise(wanted.canonical, found.canonical);
  const { amount, unit } = wanted;
  // What is counted has a number, which is compared faster than its spelling.
  if (Math.abs(amount) > 0) return amount === found.amount && unit === found.unit;
  return wanted.canonical === found.canonical;
}

/** `working days` of another language are Werktage or Arbeitstage. */
function sameUnit(wanted: Value, found: Value): boolean {
  if (wanted.unit === found.unit) return wanted.canonical === found.canonical;
  const isAny = wanted.unit === "workday" || found.unit === "workday";
  return isAny && workdays.has(wanted.unit) && workdays.has(found.unit);
}

const workdays = new Set(["workday", "working-day", "office-day"]);

/** The same value with nothing left open: a date needs its year if `wanted` has one. */
export function exactValue(wanted: Value, found: Value): boolean {
  if (!sameValue(wanted, found)) return false;
  return wanted.kind !== "date" || found.kind !== "date" || wanted.year === 0 || found.year !== 0;
}

/** Year of a date or month as four digits, if it is said. */
export function yearOf(value: Value): string | undefined {
  return value.year === 0 ? undefined : value.canonical.slice(0, 4);
}

function sameDay(a: Value, b: Value): boolean {
  if (a.day !== b.day) return a.canonical === b.canonical;
  return a.year === b.year || a.year === 0 || b.year === 0;
}

/** Sign and number lead; the other parts have to be there in any order. */
function isMorePrecise(wanted: string, found: string): boolean {
  if (wanted === found) return true;
  const end = endOfNumber(wanted);
  if (end !== endOfNumber(found) || wanted.slice(0, end) !== found.slice(0, end)) return false;
  if (end === wanted.length) return true;
  const foundParts = found.slice(end + 1).split(" ");
  return wanted
    .slice(end + 1)
    .split(" ")
    .every((part) => foundParts.includes(part));
}

/** A value of another kind that says what is wanted. */
function goesWith(wanted: Value, found: Value): boolean {
  if (wanted.kind === "month") {
    return found.kind === "date" && wanted.year === found.year && isIn(found, wanted);
  }
  return wanted.kind === "number" && meetsNumber(wanted, found);
}

/** Is the day in the month? */
function isIn(day: Value, month: Value): boolean {
  return Math.floor(day.day / 100) * 100 === month.day;
}

function meetsNumber({ amount, canonical }: Value, found: Value): boolean {
  if (found.kind === "duration") {
    return found.amount === amount * 12 && found.canonical === `month ${amount * 12}`;
  }
  if (found.kind === "quantity") {
    return (
      found.amount === amount &&
      (found.canonical === `degree ${canonical}` || found.canonical === `percent ${canonical}`)
    );
  }
  return found.year !== 0 && found.year === amount;
}
