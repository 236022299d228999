import { codeAt } from "../text/code-at.ts";
import { unitsOf } from "../text/text-units.ts";
import type { Span } from "./finding.ts";

/** Runs of the digits 0 to 9 in a text: start and end by turns, in rising order. */
export type DigitRuns = readonly number[];

/** Finds the runs of digits of a text, which nearly every identifier has. */
export function digitRuns(text: string): DigitRuns {
  const runs: number[] = [];
  const units = unitsOf(text);
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    if (!isDigit(units[at] ?? 0)) continue;
    const start = at;
    while (isDigit(units[at] ?? 0)) at += 1;
    runs.push(start, at);
  }
  return runs;
}

/** The same runs where some stretches of the text are masked; undefined if a run is cut. */
export function runsOutside(runs: DigitRuns, spans: readonly Span[]): DigitRuns | undefined {
  const outside: number[] = [];
  let next = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at] ?? 0;
    const end = runs[at + 1] ?? 0;
    while ((spans[next]?.end ?? end) <= start) next += 1;
    const span = spans[next];
    if (span === undefined || span.start >= end) outside.push(start, end);
    else if (span.start > start || span.end < end) return undefined;
  }
  return outside;
}

/** Is one of the digits 0 to 9 at this offset? */
export function isDigitAt(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return code >= 0x30 && code <= 0x39;
}

/** Is it the code of one of them? Not for what stands outside of a text. */
export function isDigit(code: number): boolean {
  // One comparison, for where a word ends nobody foresees.
  return (code - 0x30) >>> 0 < 10;
}
