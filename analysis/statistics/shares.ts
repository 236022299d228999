import { mean } from "./quantile.ts";

/** Values of the cases of one suite, and how much the suite counts beside others. */
export interface WeightedValues {
  readonly values: readonly number[];
  /** Relative to the other suites; 1 when absent. */
  readonly weight?: number;
}

/**
 * Share of each suite in a mean over suites: its weight by the sum of the weights. Equal shares when
 * no suite has a weight above 0, as in a row of a single suite that the requirements do not weigh.
 */
export function sharesOf(suites: readonly { readonly weight?: number }[]): number[] {
  const weights = suites.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : equalShares(suites.length);
}

/** The same share for each of `count` suites. */
export function equalShares(count: number): number[] {
  return Array.from({ length: count }, () => 1 / count);
}

/** Mean over suites, by their shares, of the mean over cases. */
export function weightedMean(suites: readonly WeightedValues[]): number {
  const shares = sharesOf(suites);
  return suites.reduce((sum, { values }, at) => sum + (shares[at] ?? 0) * mean(values), 0);
}
