/** Exit codes of every command (design: commands and files). */
export const exitCodes = { done: 0, no: 1, usage: 2, infrastructure: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where in a file something is wrong; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
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

/** Writes a place as `faelle.yaml, Zeile 12, Spalte 3`. */
export function formatPlace(place: Place): string {
  const parts = [place.file];
  if (place.line !== undefined) parts.push(`Zeile ${place.line}`);
  if (place.column !== undefined) parts.push(`Spalte ${place.column}`);
  return parts.join(", ");
}
