import { incompleteBeta, incompleteGamma, incompleteGammaTail } from "./special-functions.ts";

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  const tail = incompleteGammaTail(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** z with P(Z ≤ z) = p; ±∞ at p = 0 and p = 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  return solve(normalCdf, p, [-40, 40]);
}

/** P(T ≥ t) of Student's t; `degrees` need not be whole. */
export function studentTail(t: number, degrees: number): number {
  const tail = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t < 0 ? 1 - tail : tail;
}

/** t > 0 with P(T ≤ t) = p for p > 0.5; `degrees` need not be whole. */
export function studentQuantile(p: number, degrees: number): number {
  return solve((t) => 1 - studentTail(t, degrees), p, [0, 1e6]);
}

/** x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return solve((x) => incompleteBeta(x, a, b), p, [0, 1]);
}

/** x with P(a, x) = p (gamma distribution with shape a and scale 1). */
export function gammaQuantile(p: number, a: number): number {
  return solve((x) => incompleteGamma(a, x), p, [0, a + 20 * Math.sqrt(a + 1) + 40]);
}

/** Bisection on a rising function until the two ends are neighbours. */
function solve(
  rising: (x: number) => number,
  target: number,
  [from, to]: readonly [number, number],
): number {
  let low = from;
  let high = to;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
}
