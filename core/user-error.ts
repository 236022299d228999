/** Exit codes of every command (design: commands and files). */
export const exitCodes = { done: 0, no: 1, usage: 2, infrastructure: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where in a file something is wrong; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Of a table: what the column is called; empty when it has no name. */
  readonly columnName?: string | undefined;
}

interface UserErrorOptions {
  /** Stable, machine-readable name, e.g. `duplicate-id`. */
  readonly code: string;
  readonly exitCode: ExitCode;
  /** What the person can do now. German, a whole sentence. */
  readonly nextStep: string;
  readonly place?: Place | undefined;
  readonly cause?: unknown;
}

/**
 * Something the person at the keyboard can put right: wrong use, wrong data, missing network. The
 * command line prints place, message and next step; it never prints a stack trace for it.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly nextStep: string;
  readonly place: Place | undefined;

  constructor(message: string, options: UserErrorOptions) {
    super(message, { cause: options.cause });
    this.code = options.code;
    this.exitCode = options.exitCode;
    this.nextStep = options.nextStep;
    this.place = options.place;
  }
}

/** Writes a place as `faelle.yaml, Zeile 12, Spalte 3`, of a table `faelle.csv, Zeile 2, Spalte asOf (I)`. */
export function formatPlace(place: Place): string {
  const parts = [place.file];
  if (place.line !== undefined) parts.push(`Zeile ${place.line}`);
  if (place.column !== undefined) parts.push(`Spalte ${columnOf(place.column, place.columnName)}`);
  return parts.join(", ");
}

/** Columns of a table by their name and the letter that Excel gives them. */
function columnOf(column: number, name: string | undefined): string {
  if (name === undefined) return String(column);
  return name === "" ? columnLetter(column) : `${name} (${columnLetter(column)})`;
}

/** The letter over a column in Excel: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  if (column < 1) return "";
  const rest = (column - 1) % 26;
  return columnLetter((column - 1 - rest) / 26) + String.fromCodePoint(65 + rest);
}
