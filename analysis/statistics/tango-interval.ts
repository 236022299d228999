import { tangoTail } from "./equivalence.ts";
import type { Interval } from "./interval.ts";

/**
 * 95 % score interval (two-sided) of a paired difference of shares, p(plus) − p(minus), by Tango 1998
 * (Statistics in Medicine 17): every difference that his score test does not reject. Says something
 * also where no case differs: of 20 such pairs a difference of 16 points is still possible.
 *
 * @example
 * tangoInterval([0, 0], 20); // −0.161 to 0.161
 */
export function tangoInterval(counts: readonly [plus: number, minus: number], n: number): Interval {
  return { low: marginAt(counts, n, 0.975), high: marginAt(counts, n, 0.025) };
}

/** The difference at which the tail of the score test is `tail`; it falls as the difference grows. */
function marginAt(counts: readonly [plus: number, minus: number], n: number, tail: number): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const seen = tangoTail(counts, n, middle);
    // Nothing differs and nothing is claimed: neither side is less likely.
    if ((Number.isNaN(seen) ? 0.5 : seen) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
