import type { Value } from "../text/value.ts";
import { addMonths, dayNumber, monthDayOf, monthsBetween, type Day } from "./calendar.ts";

/** How a value may follow from others. */
export const derivations = ["sum", "difference", "product", "date"] as const;
export type Derivation = (typeof derivations)[number];

/** Operands that are looked at; no letter reckons with more. */
export const mostOperands = 24;
/** Sums of up to four amounts. */
const mostTerms = 4;

/** Amounts of one kind and unit: those that are given, and those that follow. */
interface Amounts {
  readonly kind: Value["kind"];
  readonly unit: string;
  readonly given: number[];
  readonly derived: number[];
}

/**
 * All values that follow from the operands: sums and differences of amounts of one unit,
 * an amount times a number, a date or time plus or minus a duration, the days, weeks or months
 * between two dates, and the minutes between two times. Public holidays and weekends are not reckoned with.
 */
export class DerivedValues {
  readonly #amounts: Amounts[] = [];
  /** Days since 1970. */
  readonly #days: number[] = [];
  /** Minutes since midnight. */
  readonly #minutes: number[] = [];

  constructor(operands: readonly Value[], allowed: readonly Derivation[]) {
    const values = operands.slice(0, mostOperands);
    for (const value of values) {
      if (Number.isFinite(value.amount)) this.#of(value.kind, value.unit).given.push(value.amount);
    }
    const terms = values.length > mostOperands / 2 ? mostTerms - 1 : mostTerms;
    if (allowed.includes("sum")) for (const one of this.#amounts) addSums(one, terms);
    if (allowed.includes("difference")) for (const one of this.#amounts) addDifferences(one);
    if (allowed.includes("product")) this.#addProducts();
    if (!allowed.includes("date")) return;
    this.#addTimes(values);
    this.#addDates(values);
  }

  /** Does the value follow? */
  has(value: Value): boolean {
    if (value.kind === "time") return this.#minutes.includes(minuteOf(value));
    if (value.kind !== "date") return this.#hasAmount(value);
    if (value.year !== 0) return this.#days.includes(dayNumber(value));
    return this.#days.some((day) => monthDayOf(day) === value.day);
  }

  #hasAmount({ kind, unit, amount }: Value): boolean {
    for (const one of this.#amounts) {
      if (one.kind === kind && one.unit === unit) return one.derived.includes(amount);
    }
    return false;
  }

  #of(kind: Value["kind"], unit: string): Amounts {
    for (const one of this.#amounts) if (one.kind === kind && one.unit === unit) return one;
    const amounts = { kind, unit, given: [], derived: [] };
    this.#amounts.push(amounts);
    return amounts;
  }

  #addProducts(): void {
    const counts: number[] = [];
    for (const { kind, given } of this.#amounts) {
      // `3`, and the 12 of `12 Monate`.
      if (kind === "number" || kind === "duration") counts.push(...given);
    }
    for (const { kind, given, derived } of this.#amounts) {
      if (kind !== "number") addProducts(given, counts, derived);
    }
  }

  /** `8.30 Uhr` and four hours are `12.30 Uhr`, and between the two there are four hours. */
  #addTimes(values: readonly Value[]): void {
    const times = values.filter(({ kind }) => kind === "time").map(minuteOf);
    if (times.length === 0) return;
    const minutes = this.#of("duration", "minute");
    for (const time of times) {
      for (const span of minutes.given) this.#minutes.push(time + span, time - span);
      for (const later of times) if (later > time) minutes.derived.push(later - time);
    }
  }

  #addDates(values: readonly Value[]): void {
    const dates = fullDates(values);
    if (dates.length === 0) return;
    const [days, months] = [this.#of("duration", "day"), this.#of("duration", "month")];
    for (const date of dates) {
      const at = dayNumber(date);
      for (const span of days.given) if (isSpan(span)) this.#days.push(at + span, at - span);
      for (const span of months.given) {
        if (isSpan(span)) this.#days.push(addMonths(date, span), addMonths(date, -span));
      }
      for (const other of dates) {
        const between = dayNumber(other) - at;
        // From the 12th to the 14th there are two days, or three with the first.
        if (between > 0) days.derived.push(between, between + 1);
        const whole = between > 0 ? monthsBetween(date, other) : 0;
        if (whole > 0) months.derived.push(whole);
      }
    }
  }
}

function addProducts(given: readonly number[], counts: readonly number[], derived: number[]): void {
  for (const amount of given) for (const count of counts) derived.push(rounded(amount * count));
}

/** Sums of two terms and more. */
function addSums({ kind, given, derived }: Amounts, most: number): void {
  /** Sums, those of fewer terms first, and for each the place behind its last term. */
  const [sums, ends] = [[...given], given.map((_amount, at) => at + 1)];
  let shorter = 0;
  for (let terms = 2; terms <= most; terms += 1) {
    const longer = sums.length;
    for (let at = shorter; at < longer; at += 1) {
      extendSum({ kind, given, sums, ends }, at);
    }
    shorter = longer;
  }
  for (let at = given.length; at < sums.length; at += 1) derived.push(sums[at] ?? 0);
}

/** The sums of one term more. */
function extendSum(
  all: Pick<Amounts, "kind" | "given"> & { readonly sums: number[]; readonly ends: number[] },
  at: number,
): void {
  const { kind, given, sums, ends } = all;
  const sum = sums[at] ?? 0;
  for (let next = ends[at] ?? 0; next < given.length; next += 1) {
    const amount = given[next] ?? 0;
    if (!isAdded(kind, amount, sum)) continue;
    sums.push(rounded(sum + amount));
    ends.push(next + 1);
  }
}

/** Bare numbers beyond this count nothing that is added: house numbers, file numbers, years. */
const largestCount = 12;

/** Could a value follow from others at all? */
export function canFollow({ kind, amount }: Value): boolean {
  if (kind === "number") return amount <= 2 * largestCount;
  return kind !== "reference" && kind !== "digit-code" && kind !== "month";
}

function isAdded(kind: Value["kind"], amount: number, other: number): boolean {
  return kind !== "number" || (amount <= largestCount && other <= largestCount);
}

/** What is left of each amount less each smaller one. */
function addDifferences({ kind, given, derived }: Amounts): void {
  for (const a of given) {
    for (const b of given) {
      const difference = isAdded(kind, a, b) ? rounded(a - b) : 0;
      if (difference > 0 && Number.isFinite(difference)) derived.push(difference);
    }
  }
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Minutes since midnight. */
function minuteOf({ canonical }: Value): number {
  return Number(canonical.slice(0, 2)) * 60 + Number(canonical.slice(3));
}

/** Dates with their year; one without („vom 12. bis 14. Juni 2026“) has that of the first that has one. */
function fullDates(values: readonly Value[]): Day[] {
  const dates = values.filter(({ kind }) => kind === "date");
  const first = dates.find(({ year }) => year !== 0)?.year;
  if (first === undefined) return [];
  return dates.map(({ year, day }) => ({ year: year === 0 ? first : year, day }));
}

function isSpan(amount: number): boolean {
  return Number.isInteger(amount) && Math.abs(amount) <= 40_000;
}
