import { normalQuantile } from "./distributions.ts";
import type { Interval } from "./interval.ts";

/**
 * Wilson's score interval, 95 %, two-sided, for `passed` of `n` cases (n ≥ 1). Source: Wilson 1927,
 * Journal of the American Statistical Association 22.
 *
 * @example
 * wilsonInterval(8, 10); // 0.490162 to 0.943318
 */
export function wilsonInterval(passed: number, n: number): Interval {
  const share = passed / n;
  const spread = (z * z) / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / n + spread / n / 4)) / (1 + spread);
  // At both ends the formula meets 0 and 1 exactly; floating point misses them by a hair.
  return {
    low: passed === 0 ? 0 : centre - half,
    high: passed === n ? 1 : centre + half,
  };
}

const z = normalQuantile(0.975);
