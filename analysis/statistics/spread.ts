import { mean } from "./quantile.ts";

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
 * Spread of a mean over `suites` suites with equal weights, of which `varying` have cases that
 * differ (at least two each). The cluster is the case: attempts and styles were averaged inside it.
 */
export function spreadOf(varying: readonly (readonly number[])[], suites: number): Spread {
  let [variance, narrow, welch, cubes] = [0, 0, 0, 0];
  for (const values of varying) {
    const n = values.length;
    const centre = mean(values);
    const influences = values.map((value) => (value - centre) / n / suites);
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
export function clusteredError(suites: readonly (readonly number[])[]): number | undefined {
  if (suites.length === 0 || suites.some((values) => isConstant(values))) return undefined;
  return Math.sqrt(spreadOf(suites, suites.length).variance);
}

/** True when all values are the same, as with a single one. */
export function isConstant(values: readonly number[]): boolean {
  const [first = 0] = values;
  return values.every((value) => Math.abs(value - first) < 1e-9);
}
