import type { Value, ValueReading } from "./value.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";

/**
 * Where the number behind a minus starts: `-5 Euro` after a blank, an opening sign or at the start
 * of the text, `minus 5 Grad`. A hyphen is none (`A-5`), nor the dash of a range (`3-5`, `3 -5`),
 * nor one with a blank behind it, which lists or inserts (`- 5 Euro`), nor an extension
 * (`Durchwahl -45`).
 */
export function afterMinus(tokens: readonly ValueToken[], at: number): number | undefined {
  const sign = tokens[at];
  if (sign === undefined || !hasRole(tokens, at, role.minus)) return undefined;
  const isWord = sign.kind === "word";
  const before = at > 0 ? tokens[at - 1] : undefined;
  const number = tokens[at + 1];
  if (number === undefined) return undefined;
  if (before !== undefined && sign.gap !== "break" && endsNumber(before)) return undefined;
  if (isWord) return number.gap === "break" ? undefined : at + 1;
  if (number.kind !== "digits" || number.gap !== "none") return undefined;
  const isFree = before === undefined || sign.gap !== "none" || /^[([„“"|=]$/u.test(before.text);
  return isFree ? at + 1 : undefined;
}

/** A number or its unit, so that the dash makes a range (`8 Uhr -12 Uhr`); or the word `Durchwahl`. */
function endsNumber({ kind, lower, roles }: ValueToken): boolean {
  if (kind === "digits" || (roles & (role.currency | role.measure)) !== 0) return true;
  return vocabulary.beforeExtension.has(lower);
}

const measurable = new Set<Value["kind"]>(["money", "quantity", "duration", "number"]);

/** The value below zero; undefined for what has no sign: dates, times, references, phone numbers. */
export function negated(reading: ValueReading, start: number): ValueReading | undefined {
  const [value] = reading.values;
  if (value === undefined || !measurable.has(value.kind)) return undefined;
  const canonical = value.canonical.replace(/[^ ]+$/u, "-$&");
  return { values: [{ ...value, start, canonical, amount: -value.amount }], next: reading.next };
}
