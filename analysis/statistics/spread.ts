import { mean } from "./quantile.ts";
import { equalShares } from "./shares.ts";

/** How far the mean over suites of the mean over cases may be off. */
export interface Spread {
  /** Variance of the estimate, clustered by case. */
  readonly variance: number;
  /** Its degrees of freedom (Welch–Satterthwaite). */
  readonly degrees: number;
  /** How much narrower a bootstrap is than that; √(n/(n−1)) in a single suite. */
  readonly narrowness: number;
  /** Skewness of the influence values. */
  readonly skewness: number;
}

/**
 * Spread of a mean over suites of which `varying` have cases that differ (at least two each);
 * `shares` says what each of these counts in the mean. The cluster is the case: attempts and styles were averaged inside it.
 */
export function spreadOf(
  varying: readonly (readonly number[])[],
  shares: readonly number[],
): Spread {
  let [variance, narrow, welch, cubes] = [0, 0, 0, 0];
  for (const [at, values] of varying.entries()) {
    const n = values.length;
    const centre = mean(values);
    const influences = values.map((value) => ((value - centre) / n) * (shares[at] ?? 0));
    const squares = influences.reduce((sum, value) => sum + value ** 2, 0);
    cubes += influences.reduce((sum, value) => sum + value ** 3, 0);
    narrow += squares;
    variance += (squares * n) / (n - 1);
    welch += ((squares * n) / (n - 1)) ** 2 / (n - 1);
  }
  return {
    variance,
    degrees: variance ** 2 / welch,
    narrowness: Math.sqrt(variance / narrow),
    skewness: cubes / narrow ** 1.5,
  };
}

/**
 * Standard error clustered by case, of the mean over suites; `undefined` when a suite has a single
 * case or no variance at all, because 0 would then stand for certainty.
 */
export function clusteredError(
  suites: readonly (readonly number[])[],
  shares: readonly number[] = equalShares(suites.length),
): number | undefined {
  if (suites.length === 0 || suites.some((values) => isConstant(values))) return undefined;
  return Math.sqrt(spreadOf(suites, shares).variance);
}

/** True when all values are the same, as with a single one. */
export function isConstant(values: readonly number[]): boolean {
  const [first = 0] = values;
  return values.every((value) => Math.abs(value - first) < 1e-9);
}
