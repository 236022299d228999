import { readValues } from "../../../graders/text/values.ts";
import type { Value, ValueKind } from "../../../graders/text/value.ts";
import { replaceRange, type Mutant, type MutationOperator, type Operator } from "./mutant.ts";
import words from "./words.json" with { type: "json" };

/**
 * Number, amount, date, deadline and reference changed: one mutant for every value of the reference.
 * The new value is one that stands neither in the input nor in the expectations, so that the answer
 * really is wrong.
 */
export const changedValues: MutationOperator = ({ graded }) => {
  const { reference, input, expected } = graded;
  const known = new Set(
    readValues(JSON.stringify([reference, input, expected]).replaceAll("\\n", "\n")).flatMap(
      ({ canonical }) => [canonical, canonical.replace(/^(\d{4})-\d\d(?:-\d\d)?$/u, "$1")],
    ),
  );
  return readValues(reference).flatMap((value): Mutant[] => {
    if (isNumbering(reference, value)) return [];
    const before = reference.slice(value.start, value.end);
    const after = changedSpelling(before, value, known);
    if (after === undefined) return [];
    const change = `${inContext(reference, value, before)} → „${after}“`;
    return [
      { operator: operators[value.kind], change, answer: replaceRange(reference, value, after) },
    ];
  });
};

/** The value with the two words before it, so that two like values can be told apart. */
function inContext(text: string, { start }: Value, value: string): string {
  const lead = /(?:\S+\s+){0,2}\S*$/u.exec(text.slice(0, start))?.[0] ?? "";
  return `„${lead.replaceAll(/\s+/gu, " ").trimStart()}${value}“`;
}

/** The number of a list item or of a point of an agenda counts nothing. */
function isNumbering(text: string, { kind, start, end }: Value): boolean {
  const isLead = /(?:^|\n)[ \t]*(?:TOP )?$/u.test(text.slice(0, start));
  return kind === "number" && isLead && /^[.):]/u.test(text.slice(end));
}

const operators: Readonly<Record<ValueKind, Operator>> = {
  money: "amount",
  date: "date",
  month: "date",
  time: "date",
  duration: "deadline",
  quantity: "number",
  reference: "citation",
  "digit-code": "number",
  number: "number",
};

/** The first other spelling of the same kind whose value nobody has written down. */
function changedSpelling(
  before: string,
  { kind, canonical }: Value,
  known: ReadonlySet<string>,
): string | undefined {
  return [...otherSpellings(before, kind)].find((after) => {
    const [read, ...more] = readValues(after);
    if (read === undefined || more.length > 0 || read.end - read.start !== after.length)
      return false;
    return read.kind === kind && read.canonical !== canonical && !known.has(read.canonical);
  });
}

/** Other digits, number words and months, near ones first. */
function* otherSpellings(before: string, kind: ValueKind): Generator<string> {
  for (const step of [1, 2, 3, 5, -1, -2, 7, 11, 13]) {
    for (const run of before.matchAll(/\d+/gu)) {
      const range = { start: run.index, end: run.index + run[0].length };
      yield replaceRange(before, range, stepDigits(run[0], step, kind));
    }
  }
  for (const [word, others] of Object.entries(words.numberWords)) {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").exec(before);
    if (found === null) continue;
    const range = { start: found.index, end: found.index + word.length };
    for (const other of others) yield replaceRange(before, range, withCaseOf(found[0], other));
  }
  for (const [index, month] of words.months.entries()) {
    const at = before.indexOf(month);
    if (at < 0) continue;
    const range = { start: at, end: at + month.length };
    for (const step of [1, 2, 3, 4, 5, 6]) {
      yield replaceRange(before, range, words.months[(index + step) % 12] ?? month);
    }
  }
}

/** Keeps the number of digits; days and hours stay possible. */
function stepDigits(digits: string, step: number, kind: ValueKind): string {
  if (digits.length > 9) {
    const last = (Number(digits.at(-1)) + Math.abs(step)) % 10;
    return `${digits.slice(0, -1)}${last}`;
  }
  const number = Number(digits) + step;
  const isDay = kind === "date" && digits.length <= 2;
  const isClock = kind === "time" && digits.length <= 2;
  const kept = isDay
    ? ((number + 27) % 28) + 1
    : isClock
      ? (number + 24) % 24
      : Math.max(number, 1);
  const width = isClock || digits.startsWith("0") ? digits.length : 1;
  return String(kept).padStart(width, "0");
}

function withCaseOf(model: string, word: string): string {
  const isCapital = /^\p{Lu}/u.test(model);
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
