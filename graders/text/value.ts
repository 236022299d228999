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

/** A value in a text. Two values are the same when `sameValue` says so. */
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
