import type { Value } from "./value.ts";

/** Most keys that a value is found under. */
export const mostKeys = 3;

/**
 * A number, never 0, for what is wanted: `sameValue(wanted, found)` can only hold when it is one of the
 * `foundKeys` of the other, so that most values are told apart without a look at them.
 */
export function wantedKey(value: Value): number {
  const { kind, amount, day, canonical } = value;
  if (kind === "date" || kind === "month") return keyOf(kind, day);
  if (kind === "reference") return keyOf(kind, hashOf(canonical, endOfNumber(canonical)));
  if (kind === "time" || kind === "digit-code") return keyOf(kind, hashOf(canonical));
  return keyOf(kind, spread(amount));
}

/** Adds the keys that a value is found under, `mostKeys` of them; 0 for none. */
export function addFoundKeys(value: Value, keys: number[]): void {
  const { kind, unit, amount, year, day } = value;
  keys.push(wantedKey(value));
  if (kind === "date" || kind === "month") {
    // A month is met by its days, and a plain number by its year.
    keys.push(kind === "date" ? keyOf("month", day - (day % 100)) : 0);
    keys.push(year === 0 ? 0 : keyOf("number", spread(year)));
    return;
  }
  const isNumber = unit === "degree" || unit === "percent";
  const years = unit === "month" ? amount / 12 : Number.NaN;
  keys.push(isNumber ? keyOf("number", spread(amount)) : 0);
  keys.push(kind === "duration" && unit === "month" ? keyOf("number", spread(years)) : 0);
}

const numbers: Readonly<Record<Value["kind"], number>> = {
  money: 1,
  date: 2,
  month: 3,
  time: 4,
  duration: 5,
  quantity: 6,
  reference: 7,
  "digit-code": 8,
  number: 9,
};

function keyOf(kind: Value["kind"], number: number): number {
  return Math.imul(number * mostKinds + numbers[kind], golden) | 1;
}

const mostKinds = 16;
/** Spreads numbers that lie close together. */
const golden = 0x9e3779b1;
/** Amounts from here on have one key. */
const largest = 2 ** 24;

/** Amounts have at most six decimals, so that what rounding errors part has the same number. */
function spread(amount: number): number {
  return Math.abs(amount) < largest ? Math.round(amount * 64) : largest;
}

function hashOf(text: string, end = text.length): number {
  let hash = 0;
  for (let at = 0; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Where sign and number of a reference end. */
export function endOfNumber(reference: string): number {
  const end = reference.indexOf(" ", reference.indexOf(" ") + 1);
  return end < 0 ? reference.length : end;
}
