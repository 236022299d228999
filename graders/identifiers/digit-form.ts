import type { DigitRuns } from "./digit-runs.ts";

/** A pattern whose matches begin near a run of digits, so that few places of a text are tried. */
export interface DigitForm {
  /** Sticky. */
  readonly pattern: RegExp;
  /** A match begins at a run of digits that fits, or at most this many units before it. */
  readonly reach: number;
  /** The same for one run, where what stands before it tells that it is less. */
  readonly reachTo?: (text: string, start: number) => number;
  /** False for a run, named by its place in `runs`, by which no match begins. */
  readonly fits: (text: string, runs: DigitRuns, at: number) => boolean;
  /** False for a place at which no match begins. */
  readonly begins?: (text: string, at: number) => boolean;
}

/** A text and where its digits stand. */
export interface DigitText {
  readonly text: string;
  readonly digits: () => DigitRuns;
}

/** The matches themselves, for patterns of which the parts are asked for; few texts have any. */
export function findForms(source: DigitText, form: DigitForm): RegExpExecArray[] {
  const places = findPlaces(source, form);
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < places.length; at += 2) {
    form.pattern.lastIndex = places[at] ?? 0;
    const match = form.pattern.exec(source.text);
    if (match !== null) found.push(match);
  }
  return found;
}

/**
 * Where the matches are that a global pattern would find, start and end by turns; only the places where one can
 * begin are tried. Trying every place of a text for each of twenty patterns is what takes most time.
 */
export function findPlaces(source: DigitText, form: DigitForm): readonly number[] {
  const { text } = source;
  const { pattern, reach, reachTo, begins } = form;
  const runs = source.digits();
  const found: number[] = [];
  let next = 0;
  for (let at = 0; at < runs.length; at += 2) {
    if (!form.fits(text, runs, at)) continue;
    const start = runs[at] ?? 0;
    const from = start - (reachTo === undefined ? reach : reachTo(text, start));
    for (next = Math.max(next, from); next <= start; next += 1) {
      if (begins !== undefined && !begins(text, next)) continue;
      pattern.lastIndex = next;
      if (!pattern.test(text)) continue;
      found.push(next, pattern.lastIndex);
      next = pattern.lastIndex - 1;
    }
  }
  return found;
}

/** Units from the end of a run to the next one; none is far away. */
export function gapBehind(runs: DigitRuns, at: number): number {
  return (runs[at + 2] ?? Number.POSITIVE_INFINITY) - (runs[at + 1] ?? 0);
}

/** Do a run and those behind it, with no wider gap (in units) between two of them, have so many digits? */
export function hasDigits(
  runs: DigitRuns,
  at: number,
  { fewest, widestGap }: { readonly fewest: number; readonly widestGap: number },
): boolean {
  let digits = digitsIn(runs, at);
  for (let next = at; digits < fewest && gapBehind(runs, next) <= widestGap; next += 2) {
    digits += digitsIn(runs, next + 2);
  }
  return digits >= fewest;
}

/** How many digits a run has; 0 for a run that is not there. */
export function digitsIn(runs: DigitRuns, at: number): number {
  return (runs[at + 1] ?? 0) - (runs[at] ?? 0);
}
