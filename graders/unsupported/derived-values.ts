import type { Value } from "../text/value.ts";
import { yearOf } from "../text/values-same.ts";
import { amountOf } from "./source-values.ts";

/** How a value may follow from others. */
export const derivations = ["sum", "difference", "product", "date"] as const;
export type Derivation = (typeof derivations)[number];

/** Operands that are looked at; no letter reckons with more. */
const mostOperands = 24;
/** Sums of up to four amounts. */
const mostTerms = 4;

/**
 * Keys of all values that follow from the operands: sums and differences of amounts of one unit,
 * an amount times a number, a date or time plus or minus a duration, the days, weeks or months
 * between two dates, and the minutes between two times. Public holidays and weekends are not reckoned with.
 */
export function derivedKeys(
  operands: readonly Value[],
  allowed: readonly Derivation[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  const values = operands.slice(0, mostOperands);
  if (allowed.includes("sum")) addSums(values, keys);
  if (allowed.includes("difference")) addDifferences(values, keys);
  if (allowed.includes("product")) addProducts(values, keys);
  if (allowed.includes("date")) addDates(values, keys);
  return keys;
}

/** A value that can be reckoned with. */
interface Operand {
  readonly kind: Value["kind"];
  readonly unit: string;
  readonly amount: number;
}

function operandsOf(values: readonly Value[]): Operand[] {
  return values.flatMap((value) => {
    const amount = amountOf(value);
    return amount === undefined ? [] : [{ kind: value.kind, unit: unitOf(value), amount }];
  });
}

/** Operands of one kind and unit. */
function alike(values: readonly Value[]): Operand[][] {
  return [...Map.groupBy(operandsOf(values), ({ kind, unit }) => `${kind} ${unit}`).values()];
}

/** Sums of two terms and more of one kind and unit. */
function addSums(values: readonly Value[], keys: Set<string>): void {
  const most = values.length > mostOperands / 2 ? mostTerms - 1 : mostTerms;
  for (const operands of alike(values)) {
    const add = (sum: number): Set<string> => keys.add(keyWith(operands[0], sum));
    operands.forEach(({ amount }, at) => {
      extendSum(operands, { sum: amount, terms: 1, from: at + 1 }, { most, add });
    });
  }
}

function extendSum(
  operands: readonly Operand[],
  { sum, terms, from }: { readonly sum: number; readonly terms: number; readonly from: number },
  goal: { readonly most: number; readonly add: (sum: number) => void },
): void {
  if (terms > 1) goal.add(sum);
  if (terms >= goal.most) return;
  for (const [offset, operand] of operands.slice(from).entries()) {
    if (!isAdded(operand, sum)) continue;
    const longer = {
      sum: rounded(sum + operand.amount),
      terms: terms + 1,
      from: from + offset + 1,
    };
    extendSum(operands, longer, goal);
  }
}

/** Bare numbers beyond this count nothing that is added: house numbers, file numbers, years. */
const largestCount = 12;

function isAdded({ kind, amount }: Operand, other: number): boolean {
  return kind !== "number" || Math.max(amount, other) <= largestCount;
}

function addDifferences(values: readonly Value[], keys: Set<string>): void {
  for (const operands of alike(values)) {
    for (const a of operands) {
      for (const difference of differencesOf(a, operands)) keys.add(keyWith(a, difference));
    }
  }
}

/** What is left of the operand less each smaller one. */
function differencesOf(a: Operand, operands: readonly Operand[]): number[] {
  return operands
    .filter(({ amount }) => isAdded(a, amount))
    .map(({ amount }) => rounded(a.amount - amount))
    .filter((difference) => difference > 0 && Number.isFinite(difference));
}

function addProducts(values: readonly Value[], keys: Set<string>): void {
  const operands = operandsOf(values);
  const counts = operands.filter(({ kind }) => kind === "number" || kind === "duration");
  for (const value of operands) {
    if (value.kind === "number") continue;
    // `3`, and the 12 of `12 Monate`.
    for (const { amount } of counts) keys.add(keyWith(value, rounded(value.amount * amount)));
  }
}

function unitOf({ canonical }: Pick<Value, "canonical">): string {
  return canonical.slice(0, Math.max(0, canonical.lastIndexOf(" ")));
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function keyWith(operand: Operand | undefined, amount: number): string {
  const { kind = "number", unit = "" } = operand ?? {};
  return `${kind} ${`${unit} ${amount}`.trim()}`;
}

function addDates(values: readonly Value[], keys: Set<string>): void {
  addTimes(values, keys);
  const dates = fullDates(values);
  const durations = values.filter(({ kind }) => kind === "duration");
  for (const date of dates) {
    for (const duration of durations) {
      for (const sign of [1, -1]) addShifted(keys, date, { duration, sign });
    }
    for (const other of dates) addDistance(keys, date, other);
  }
}

/** Dates with their year; one without („vom 12. bis 14. Juni 2026“) has that of the first that has one. */
function fullDates(values: readonly Value[]): Value[] {
  const dates = values.filter(({ kind }) => kind === "date");
  const year = dates.map(yearOf).find((one) => one !== undefined);
  return dates.flatMap((date) => {
    if (yearOf(date) !== undefined) return [date];
    return year === undefined ? [] : [{ ...date, canonical: `${year}${date.canonical.slice(1)}` }];
  });
}

/** `8.30 Uhr` and four hours are `12.30 Uhr`, and between the two there are four hours. */
function addTimes(values: readonly Value[], keys: Set<string>): void {
  const spans = values.filter(({ canonical }) => canonical.startsWith("minute "));
  const times = values.filter(({ kind }) => kind === "time");
  for (const time of times) {
    for (const span of spans) {
      for (const sign of [1, -1]) keys.add(shiftedTime(time, sign * (amountOf(span) ?? 0)));
    }
    for (const later of times) {
      const minutes = minuteOf(later) - minuteOf(time);
      if (minutes > 0) keys.add(`duration minute ${minutes}`);
    }
  }
}

/** Key of the time so many minutes later, within the day. */
function shiftedTime(time: Value, minutes: number): string {
  const total = minuteOf(time) + minutes;
  const clock = [Math.floor(total / 60), total % 60];
  return `time ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** Minutes since midnight. */
function minuteOf({ canonical }: Value): number {
  const [hour = 0, minute = 0] = canonical.split(":").map(Number);
  return hour * 60 + minute;
}

const millisecondsOfDay = 86_400_000;

function addShifted(
  keys: Set<string>,
  date: Value,
  { duration, sign }: { readonly duration: Value; readonly sign: number },
): void {
  const amount = (amountOf(duration) ?? 0) * sign;
  if (!Number.isInteger(amount) || Math.abs(amount) > 40_000) return;
  const [year = 0, month = 1, day = 1] = date.canonical.split("-").map(Number);
  const unit = unitOf(duration);
  if (unit === "day") addDay(keys, Date.UTC(year, month - 1, day) + amount * millisecondsOfDay);
  if (unit !== "month") return;
  const last = new Date(Date.UTC(year, month + amount, 0)).getUTCDate();
  addDay(keys, Date.UTC(year, month - 1 + amount, Math.min(day, last)));
}

/** Under the full date, and under day and month alone. */
function addDay(keys: Set<string>, time: number): void {
  const iso = new Date(time).toISOString().slice(0, 10);
  keys.add(`date ${iso}`);
  keys.add(`date --${iso.slice(5)}`);
}

function addDistance(keys: Set<string>, from: Value, to: Value): void {
  const days = (Date.parse(to.canonical) - Date.parse(from.canonical)) / millisecondsOfDay;
  if (!(days > 0)) return;
  // From the 12th to the 14th there are two days, or three with the first.
  keys.add(`duration day ${days}`);
  keys.add(`duration day ${days + 1}`);
  const months = monthsBetween(from.canonical, to.canonical);
  if (months > 0) keys.add(`duration month ${months}`);
}

/** Whole months, also when the last day counts: from 1 April to 31 March there are twelve. */
function monthsBetween(from: string, to: string): number {
  const next = new Date(Date.parse(to) + millisecondsOfDay).toISOString().slice(0, 10);
  const end = [to, next].find((day) => day.slice(8) === from.slice(8));
  if (end === undefined) return 0;
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = end.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}
