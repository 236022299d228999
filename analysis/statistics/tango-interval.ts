import { normalQuantile } from "./distributions.ts";
import { tangoScore } from "./equivalence.ts";
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
  return { low: differenceAt(counts, n, z), high: differenceAt(counts, n, -z) };
}

const z = normalQuantile(0.975);

/** The difference at which the score is `wanted`; the score falls as the difference grows. */
function differenceAt(
  counts: readonly [plus: number, minus: number],
  n: number,
  wanted: number,
): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const score = tangoScore(counts, n, middle);
    // Nothing differs and nothing is claimed: neither side is less likely.
    if ((Number.isNaN(score) ? 0 : score) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
