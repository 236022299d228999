import { normalCdf, studentTail } from "./distributions.ts";
import { mean } from "./quantile.ts";
import { equalShares } from "./shares.ts";
import { spreadOf } from "./spread.ts";

/**
 * p-value of two one-sided tests (TOST, Schuirmann 1987) that a mean paired difference lies inside
 * ±`margin`: the larger of the two. `suites` holds one difference per case; `shares`
 * says what each suite counts in the mean, the same when absent.
 *
 * - One suite of pass/fail (differences −1, 0, 1): Tango's score test of paired shares (1998),
 *   which keeps its level where few cases differ and gives no certainty where none does.
 * - Else Student's t over cases (Welch–Satterthwaite over suites). No suite's variance is taken to be
 *   smaller than a true difference of `margin`, made of the smallest step seen, would have at least.
 *
 * Gives 1 without any case. A difference of 0 in all of few cases is no equivalence.
 */
export function equivalenceP(
  suites: readonly (readonly number[])[],
  margin: number,
  shares: readonly number[] = equalShares(suites.length),
): number {
  if (suites.length === 0 || suites.some(({ length }) => length === 0)) return 1;
  const [only] = suites;
  if (suites.length === 1 && only?.every((value) => Number.isInteger(value)) === true) {
    const plus = only.filter((value) => value > 0).length;
    const minus = only.filter((value) => value < 0).length;
    const tails = [tangoTail([plus, minus], only.length, margin)];
    tails.push(tangoTail([minus, plus], only.length, margin));
    return Math.max(...tails);
  }
  return studentP(suites, margin, shares);
}

/**
 * P-value of H₀: p₁₂ − p₂₁ ≥ `margin` against less, from the discordant counts of `n` pairs
 * (Tango 1998, Statistics in Medicine 17; p₂₁ by maximum likelihood under H₀).
 */
export function tangoTail(
  counts: readonly [plus: number, minus: number],
  n: number,
  margin: number,
): number {
  return normalCdf(tangoScore(counts, n, margin));
}

/** The score of that test: falls as `margin` grows; NaN where nothing differs and 0 is claimed. */
export function tangoScore(
  [plus, minus]: readonly [plus: number, minus: number],
  n: number,
  margin: number,
): number {
  const a = 2 * n;
  const b = -plus - minus + (2 * n - plus + minus) * margin;
  const c = -minus * margin * (1 - margin);
  const share = (Math.sqrt(b * b - 4 * a * c) - b) / (2 * a);
  const variance = n * (2 * share + margin * (1 - margin));
  return (plus - minus - n * margin) / Math.sqrt(variance);
}

function studentP(
  suites: readonly (readonly number[])[],
  margin: number,
  shares: readonly number[],
): number {
  const centre = suites.reduce((sum, values, at) => sum + (shares[at] ?? 0) * mean(values), 0);
  let [variance, welch] = [0, 0];
  for (const [at, values] of suites.entries()) {
    const n = values.length;
    if (n < 2) return 1;
    const own = spreadOf([values], [1]).variance;
    const part = Math.max(own, leastVariance(values, margin) / n) * (shares[at] ?? 0) ** 2;
    variance += part;
    welch += part ** 2 / (n - 1);
  }
  const error = Math.sqrt(variance);
  const tail = (distance: number) => studentTail(distance / error, variance ** 2 / welch);
  return Math.max(tail(margin - centre), tail(margin + centre));
}

/** Variance of values that are 0 or one step and have the mean `margin`. */
function leastVariance(values: readonly number[], margin: number): number {
  const steps = values.map(Math.abs).filter((value) => value > 1e-9);
  const step = Math.min(1, ...steps);
  return Math.max(0, margin * (step - margin));
}
