import { betaQuantile } from "./distributions.ts";

/**
 * Exact one-sided upper 95 % limit of a share after `seen` of `n` (Clopper and Pearson 1934). Zero
 * seen is not zero risk: 0 of 50 still allows 5.8 %.
 *
 * @example
 * clopperPearsonUpper(0, 50); // 0.0582
 */
export function clopperPearsonUpper(seen: number, n: number): number {
  return seen >= n ? 1 : betaQuantile(0.95, seen + 1, n - seen);
}
