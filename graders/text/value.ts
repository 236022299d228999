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

/** UTF-16 code units into the text that was read. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A value in a text. Two values are the same when `sameValue` says so. */
export interface Value extends Place {
  readonly kind: ValueKind;
  /** One spelling for all spellings: `EUR 37`, `2026-03-01`, `--03-01`, `09:00`, `month 1`. */
  readonly canonical: string;
  /** What is counted: `EUR`, `day`. Empty for a plain number, and for what is not counted. */
  readonly unit: string;
  /** The number of `canonical`; NaN for what is not counted. */
  readonly amount: number;
  /** Year of a date or month; 0 if it is not said, and for all else. */
  readonly year: number;
  /** Month and day of a date or month as `301` for 1 March and `300` for March; 0 for all else. */
  readonly day: number;
}

/** What a reader found at a token, and where to go on. */
export interface ValueReading {
  readonly values: readonly Value[];
  readonly next: number;
}

/** So much of a unit; a plain number has none. */
export interface Measure {
  readonly kind: "money" | "duration" | "quantity" | "number";
  readonly unit: string;
  readonly amount: number;
}

/** A value that is counted. */
export function measuredValue({ kind, unit, amount }: Measure, { start, end }: Place): Value {
  const canonical = unit === "" ? String(amount) : `${unit} ${amount}`;
  return { kind, start, end, canonical, unit, amount, year: 0, day: 0 };
}

/** A date or, with 0 for its day, a month. */
export function datedValue(
  date: { readonly year: number | undefined; readonly month: number; readonly day: number },
  { start, end }: Place,
): Value {
  const kind = date.day === 0 ? "month" : "date";
  const month = `${date.year ?? "-"}-${twoDigits(date.month)}`;
  const canonical = date.day === 0 ? month : `${month}-${twoDigits(date.day)}`;
  const day = date.month * 100 + date.day;
  return { kind, start, end, canonical, unit: "", amount: Number.NaN, year: date.year ?? 0, day };
}

/** A value that is neither counted nor in the calendar. */
export function namedValue(
  { kind, canonical }: { readonly kind: ValueKind; readonly canonical: string },
  { start, end }: Place,
): Value {
  return { kind, start, end, canonical, unit: "", amount: Number.NaN, year: 0, day: 0 };
}

/** A number below 100 with two digits. */
export function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
