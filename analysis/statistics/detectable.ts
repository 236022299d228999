import { incompleteBeta } from "./special-functions.ts";
import { normalQuantile, studentQuantile } from "./distributions.ts";
import { equalShares } from "./shares.ts";
import { isConstant, spreadOf } from "./spread.ts";

/** Power that every plan asks for. */
export const wantedPower = 0.8;

/** Fewest cases that differ, all one way, with which a two-sided 5 % test can reject: 2 · ½⁶ < 0.05. */
const fewestDiffering = 6;

/**
 * Smallest true mean difference (0..1) that a two-sided 5 % test finds with 80 % power, one value a
 * case. The larger of two: what the variance seen asks for, (t₀.₉₇₅ + z₀.₈) · clustered standard
 * error; and the least that the number of cases alone asks for, when every case that differs at all does
 * so by 1 and in the same direction. `undefined` when no result could have been significant.
 */
export function smallestDetectable(
  suites: readonly (readonly number[])[],
  shares: readonly number[] = equalShares(suites.length),
): number | undefined {
  const least = leastDetectable(suites.reduce((sum, { length }) => sum + length, 0));
  if (least === undefined) return undefined;
  const error = clusteredReach(suites, shares);
  return error === undefined ? least : Math.max(least, error);
}

/** Share d with P(at least six of `n` cases differ) = 0.8 when each does with probability d. */
export function leastDetectable(n: number): number | undefined {
  if (n < fewestDiffering) return undefined;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    // P(X ≥ k) = I_d(k, n − k + 1)
    if (incompleteBeta(middle, fewestDiffering, n - fewestDiffering + 1) < wantedPower)
      low = middle;
    else high = middle;
  }
  return high;
}

/**
 * How many cases of this kind would tell `value` from 0 with 80 % power, the suites growing alike;
 * `undefined` when the value is 0 or the variance is unknown.
 */
export function casesToTell(
  suites: readonly (readonly number[])[],
  value: number,
  shares: readonly number[] = equalShares(suites.length),
): number | undefined {
  const n = suites.reduce((sum, { length }) => sum + length, 0);
  const error = clusteredReach(suites, shares);
  if (error === undefined || Math.abs(value) < 1e-9) return undefined;
  const needed = Math.ceil(n * (error / Math.abs(value)) ** 2 - 1e-9);
  const most = 1e7;
  return needed > most ? undefined : Math.max(needed, fewestDiffering);
}

/**
 * (t₀.₉₇₅ + z₀.₈) times the clustered standard error: what the variance alone allows to be found, in the
 * unit of the values; `undefined` without variance.
 */
export function clusteredReach(
  suites: readonly (readonly number[])[],
  shares: readonly number[] = equalShares(suites.length),
): number | undefined {
  const varying = suites.flatMap((values, at) =>
    isConstant(values) ? [] : [{ values, share: shares[at] ?? 0 }],
  );
  if (varying.length === 0) return undefined;
  const { variance, degrees } = spreadOf(
    varying.map(({ values }) => values),
    varying.map(({ share }) => share),
  );
  return (studentQuantile(0.975, degrees) + normalQuantile(wantedPower)) * Math.sqrt(variance);
}
