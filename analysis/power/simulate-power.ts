import { normalQuantile } from "../statistics/distributions.ts";
import { createRandom } from "../statistics/random.ts";
import type { PairedSpread } from "./paired-spread.ts";

/** What is asked of a simulated plan. */
export interface SimulatedPlan {
  /** True mean difference, 0..1. */
  readonly difference: number;
  readonly attempts: number;
  readonly seed: number;
}

/** Fewest cases with which a sign-flip test can reject at 5 %. */
const fewestCases = 6;
const mostCases = 100_000;
const simulations = 2000;

/** Fewest cases of the earlier run from which its spread says anything. */
export const fewestEarlierCases = 10;

/**
 * Power of the sign-flip test over cases (5 %, two-sided, by its normal approximation) with `cases`
 * cases: cases are drawn from the earlier run's residuals, scaled to the variance that `attempts` attempts
 * leave, around the true difference. Seeded: the same plan gives the same power.
 */
export function simulatePower(spread: PairedSpread, plan: SimulatedPlan, cases: number): number {
  if (cases < fewestCases) return 0;
  const { residuals } = spread;
  const seen = residuals.reduce((sum, value) => sum + value ** 2, 0) / residuals.length;
  if (seen === 0) return 0;
  const scale = Math.sqrt(varianceWith(spread, plan.attempts) / seen);
  const random = createRandom(plan.seed, cases);
  const critical = normalQuantile(0.975);
  const rounds = cases > 2000 ? simulations / 4 : simulations;
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    let [sum, squares] = [0, 0];
    for (let at = 0; at < cases; at += 1) {
      const drawn = residuals[Math.floor((random() / 2 ** 32) * residuals.length)] ?? 0;
      const value = plan.difference + scale * drawn;
      sum += value;
      squares += value * value;
    }
    if (Math.abs(sum) > critical * Math.sqrt(squares)) found += 1;
  }
  return found / rounds;
}

/** Variance of a case's difference when it is asked so many times. */
export function varianceWith(
  { between, perAttempt, attempts }: PairedSpread,
  asked: number,
): number {
  return perAttempt === undefined ? between : between + perAttempt / Math.max(1, asked || attempts);
}

/** Fewest cases with which the simulated power reaches `power`; `undefined` beyond 100 000. */
export function simulateCases(
  spread: PairedSpread,
  plan: SimulatedPlan,
  power: number,
): number | undefined {
  const reach = normalQuantile(0.975) + normalQuantile(power);
  const guess = varianceWith(spread, plan.attempts) * (reach / plan.difference) ** 2;
  if (guess > mostCases) return undefined;
  let high = Math.max(fewestCases, Math.ceil(guess * 1.1));
  while (simulatePower(spread, plan, high) < power) {
    if (high >= mostCases) return undefined;
    high = Math.min(mostCases, Math.ceil(high * 1.3));
  }
  let low = fewestCases - 1;
  // Closer than one in a hundred is finer than the simulation can tell.
  while (high - low > Math.max(1, high / 100)) {
    const middle = Math.floor((low + high) / 2);
    if (simulatePower(spread, plan, middle) < power) low = middle;
    else high = middle;
  }
  return high;
}
