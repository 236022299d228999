import type { Value } from "./value.ts";

/**
 * Does a text that holds `found` say what `wanted` asks for? Equal canonical values do. Further:
 * a date without a year goes with every year; a §-reference may be more precise than wanted, not
 * less; a plain number is met by the same number of years (`ab 16` – „ab 16 Jahren“) and a year
 * by a date in it. Not symmetric.
 */
export function sameValue(wanted: Value, found: Value): boolean {
  if (wanted.kind === found.kind && wanted.canonical === found.canonical) return true;
  if (wanted.kind === "duration" && found.kind === "duration") return sameWorkdays(wanted, found);
  if (wanted.kind === "reference") return isMorePrecise(wanted, found);
  if (wanted.kind === "date") return found.kind === "date" && sameDay(wanted, found);
  if (wanted.kind === "month") {
    return found.kind === "date" && found.canonical.startsWith(`${wanted.canonical}-`);
  }
  return wanted.kind === "number" && meetsNumber(wanted.canonical, found);
}

/** `working days` of another language are Werktage or Arbeitstage. */
function sameWorkdays(wanted: Value, found: Value): boolean {
  const [unit, amount] = wanted.canonical.split(" ");
  const [foundUnit, foundAmount] = found.canonical.split(" ");
  const units = [unit ?? "", foundUnit ?? ""];
  return (
    amount === foundAmount &&
    units.includes("workday") &&
    units.every((name) => ["workday", "working-day", "office-day"].includes(name))
  );
}

/** The same value with nothing left open: a date needs its year if `wanted` has one. */
export function exactValue(wanted: Value, found: Value): boolean {
  if (wanted.kind === "date" && found.kind === "date") {
    return sameDay(wanted, found) && (yearOf(wanted) === undefined || yearOf(found) !== undefined);
  }
  return sameValue(wanted, found);
}

/** Year of a date or month as four digits, if it is said. */
export function yearOf(value: Value): string | undefined {
  return /^\d{4}(?=-)/u.exec(value.canonical)?.[0];
}

function sameDay(a: Value, b: Value): boolean {
  if (a.canonical.slice(-5) !== b.canonical.slice(-5)) return false;
  const [yearA, yearB] = [yearOf(a), yearOf(b)];
  return yearA === undefined || yearB === undefined || yearA === yearB;
}

/** Sign and number lead; the other parts have to be there in any order. */
function isMorePrecise(wanted: Value, found: Value): boolean {
  if (found.kind !== "reference") return false;
  const [sign, number, ...parts] = wanted.canonical.split(" ");
  const [foundSign, foundNumber, ...foundParts] = found.canonical.split(" ");
  if (sign !== foundSign || number !== foundNumber) return false;
  return parts.every((part) => foundParts.includes(part));
}

function meetsNumber(number: string, found: Value): boolean {
  if (found.kind === "duration") return found.canonical === `month ${Number(number) * 12}`;
  if (found.kind === "quantity")
    return [`degree ${number}`, `percent ${number}`].includes(found.canonical);
  return (found.kind === "date" || found.kind === "month") && yearOf(found) === number;
}
