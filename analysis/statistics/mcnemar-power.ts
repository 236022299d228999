import { mcnemarLossP, mcnemarP } from "./mcnemar.ts";
import { incompleteBeta, logGamma } from "./special-functions.ts";

/** How often only one of two passes a case, as shares of all cases. */
export interface Discordance {
  readonly onlyA: number;
  readonly onlyB: number;
}

/** How it is tested; with one side, whether only a passes more often. */
export interface McnemarTest {
  readonly alpha: number;
  readonly sides: 1 | 2;
}

/** What comparisons in a report use. */
const usualTest: McnemarTest = { alpha: 0.05, sides: 2 };

/**
 * Exact power of the exact McNemar test (two-sided, 5 %, unless said otherwise) with `n` cases: the
 * probability of all outcomes it rejects. The number of discordant cases is Bin(n, onlyA + onlyB), and
 * given it those of a are binomial.
 */
export function mcnemarPower(
  n: number,
  { onlyA, onlyB }: Discordance,
  test: McnemarTest = usualTest,
): number {
  const differing = onlyA + onlyB;
  if (differing <= 0) return 0;
  const share = onlyA / differing;
  const spread = 9 * Math.sqrt(n * differing * (1 - differing)) + 10;
  const first = Math.max(0, Math.floor(n * differing - spread));
  const last = Math.min(n, Math.ceil(n * differing + spread));
  const odds = differing / (1 - differing);
  let power = 0;
  let weight = binomial(first, n, differing);
  for (let discordant = first; discordant <= last; discordant += 1) {
    if (weight >= 1e-15) power += weight * rejecting(discordant, share, test);
    weight =
      differing < 1
        ? ((weight * (n - discordant)) / (discordant + 1)) * odds
        : binomial(discordant + 1, n, differing);
  }
  return Math.min(1, power);
}

/** Fewest cases with which the test has `power`; `undefined` beyond `most` cases. */
export function casesForMcnemar(
  discordance: Discordance,
  {
    power,
    most,
    test = usualTest,
  }: { readonly power: number; readonly most: number; readonly test?: McnemarTest },
): number | undefined {
  const reaches = (n: number): boolean => mcnemarPower(n, discordance, test) >= power;
  let low = 0;
  let high = 8;
  while (!reaches(high)) {
    if (high >= most) return undefined;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (!reaches(middle)) low = middle;
    else high = middle;
  }
  // The power of an exact test falls back a little now and then; take the first n it stays above.
  return steadyFrom(high, reaches);
}

function steadyFrom(found: number, reaches: (n: number) => boolean): number {
  const reach = Math.min(40, Math.ceil(found / 10) + 5);
  let from = found;
  for (let n = found; n <= from + reach; n += 1) {
    if (!reaches(n)) from = n + 1;
  }
  return from;
}

/** P(the test rejects | this many discordant cases). */
function rejecting(discordant: number, share: number, test: McnemarTest): number {
  const needed = neededOf(discordant, test);
  if (needed > discordant) return 0;
  // P(X ≥ k) = I_p(k, n − k + 1)
  const tail = (p: number): number => incompleteBeta(p, needed, discordant - needed + 1);
  return tail(share) + (test.sides === 2 ? tail(1 - share) : 0);
}

/** Fewest of the discordant cases on one side with which the test rejects; known ones are kept. */
function neededOf(discordant: number, { alpha, sides }: McnemarTest): number {
  const key = `${alpha}/${sides}`;
  const known = neededByTest.get(key) ?? new Map<number, number>();
  neededByTest.set(key, known);
  const before = known.get(discordant);
  if (before !== undefined) return before;
  const testP = sides === 1 ? mcnemarLossP : mcnemarP;
  let [low, high] = [Math.floor(discordant / 2), discordant + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (testP(middle, discordant - middle) <= alpha) high = middle;
    else low = middle;
  }
  known.set(discordant, high);
  return high;
}

const neededByTest = new Map<string, Map<number, number>>();

/** P(k of n) with probability `p` each. */
export function binomial(k: number, n: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
