import { mcnemarP } from "./mcnemar.ts";
import { logGamma } from "./special-functions.ts";

/** How often only one of two passes a case, as shares of all cases. */
export interface Discordance {
  readonly onlyA: number;
  readonly onlyB: number;
}

const alpha = 0.05;

/**
 * Exact power of the two-sided exact McNemar test (5 %) with `n` cases: the probability of all
 * outcomes it rejects. The number of discordant cases is Bin(n, onlyA + onlyB), and given it those
 * of a are binomial.
 */
export function mcnemarPower(n: number, { onlyA, onlyB }: Discordance): number {
  const differing = onlyA + onlyB;
  if (differing <= 0) return 0;
  const share = onlyA / differing;
  const spread = 9 * Math.sqrt(n * differing * (1 - differing)) + 10;
  const first = Math.max(0, Math.floor(n * differing - spread));
  const last = Math.min(n, Math.ceil(n * differing + spread));
  let power = 0;
  for (let discordant = first; discordant <= last; discordant += 1) {
    const weight = binomial(discordant, n, differing);
    if (weight < 1e-15) continue;
    power += weight * rejecting(discordant, share);
  }
  return Math.min(1, power);
}

/** Fewest cases with which the test has `power`; `undefined` beyond `most` cases. */
export function casesForMcnemar(
  discordance: Discordance,
  { power, most }: { readonly power: number; readonly most: number },
): number | undefined {
  let low = 0;
  let high = 8;
  while (mcnemarPower(high, discordance) < power) {
    if (high >= most) return undefined;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (mcnemarPower(middle, discordance) < power) low = middle;
    else high = middle;
  }
  // The power of an exact test falls back a little now and then; take the first n it stays above.
  return steadyFrom(high, discordance, power);
}

function steadyFrom(found: number, discordance: Discordance, power: number): number {
  const reach = Math.min(40, Math.ceil(found / 10) + 5);
  let from = found;
  for (let n = found; n <= from + reach; n += 1) {
    if (mcnemarPower(n, discordance) < power) from = n + 1;
  }
  return from;
}

/** P(the test rejects | this many discordant cases). */
function rejecting(discordant: number, share: number): number {
  let needed = Math.floor(discordant / 2) + 1;
  while (needed <= discordant && mcnemarP(needed, discordant - needed) > alpha) needed += 1;
  let total = 0;
  for (let k = needed; k <= discordant; k += 1) {
    total += binomial(k, discordant, share) + binomial(k, discordant, 1 - share);
  }
  return total;
}

function binomial(k: number, n: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
