import { incompleteBeta } from "./special-functions.ts";

/**
 * Exact two-sided McNemar test for paired pass/fail: p = min(1, 2 · P(X ≥ max(aOnly, bOnly))) with
 * X ~ Bin(aOnly + bOnly, ½). `aOnly` counts the cases that only a passed. Without any discordant
 * case p is 1.
 *
 * @example
 * mcnemarP(10, 2); // 0.038574
 */
export function mcnemarP(aOnly: number, bOnly: number): number {
  const larger = Math.max(aOnly, bOnly);
  const smaller = Math.min(aOnly, bOnly);
  if (larger === smaller) return 1;
  return Math.min(1, 2 * incompleteBeta(0.5, larger, smaller + 1));
}

/**
 * Exact one-sided McNemar test that more was lost than won: p = P(X ≥ lost) with
 * X ~ Bin(lost + won, ½). Without any discordant case p is 1.
 *
 * @example
 * mcnemarLossP(5, 0); // 0.03125
 */
export function mcnemarLossP(lost: number, won: number): number {
  return lost === 0 ? 1 : incompleteBeta(0.5, lost, won + 1);
}
