import type { DigitRuns } from "./digit-runs.ts";
import type { Span } from "./finding.ts";

/** A pattern whose matches begin near a run of digits, so that few places of a text are tried. */
export interface DigitForm {
  /** Sticky. */
  readonly pattern: RegExp;
  /** A match begins at a run of digits that fits, or at most this many units before it. */
  readonly reach: number;
  /** False for a run by which no match begins. */
  readonly fits: (text: string, run: Span) => boolean;
  /** False for a place at which no match begins. */
  readonly begins?: (text: string, at: number) => boolean;
}

/** A text and where its digits stand. */
export interface DigitText {
  readonly text: string;
  readonly digits: () => DigitRuns;
}

/**
 * The matches that a global pattern would find, but trying only the places where one can begin.
 * Trying every place of a text for each of twenty patterns is what takes most time.
 */
export function findForms(
  { text, digits }: DigitText,
  { pattern, reach, fits, begins }: DigitForm,
): RegExpExecArray[] {
  const runs = digits();
  const found: RegExpExecArray[] = [];
  let next = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const run = { start: runs[at] ?? 0, end: runs[at + 1] ?? 0 };
    if (!fits(text, run)) continue;
    for (next = Math.max(next, run.start - reach); next <= run.start; next += 1) {
      if (begins?.(text, next) === false) continue;
      pattern.lastIndex = next;
      const match = pattern.exec(text);
      if (match === null) continue;
      found.push(match);
      next = match.index + match[0].length - 1;
    }
  }
  return found;
}
