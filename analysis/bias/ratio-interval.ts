import { normalCdf, studentQuantile } from "../statistics/distributions.ts";
import type { Interval } from "../statistics/interval.ts";
import { selectQuantile } from "../statistics/quantile.ts";
import { createRandom } from "../statistics/random.ts";
import type { BbqCounts } from "./bbq-score.ts";

/** Fewest clusters from which resampling says anything about a ratio. */
const fewestClusters = 10;

/**
 * 95 % interval of a statistic of summed counts, resampling whole clusters; percentiles widened to
 * Student's t. Resamples in which the statistic does not exist are left out. `undefined` below ten
 * clusters, when no cluster differs, or when more than one resample in twenty has no value.
 */
export function ratioInterval(
  clusters: readonly BbqCounts[],
  statistic: (counts: BbqCounts) => number | undefined,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): Interval | undefined {
  const n = clusters.length;
  if (n < fewestClusters) return undefined;
  const random = createRandom(seed, n);
  const values = new Float64Array(draws);
  let found = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const sum = { named: 0, biased: 0, unknown: 0 };
    for (let at = 0; at < n; at += 1) {
      const cluster = clusters[Math.floor((random() / 2 ** 32) * n)];
      sum.named += cluster?.named ?? 0;
      sum.biased += cluster?.biased ?? 0;
      sum.unknown += cluster?.unknown ?? 0;
    }
    const value = statistic(sum);
    if (value === undefined) continue;
    values[found] = value;
    found += 1;
  }
  if (found < 0.95 * draws) return undefined;
  const usable = values.subarray(0, found);
  const z = Math.sqrt(n / (n - 1)) * studentQuantile(0.975, n - 1);
  const low = selectQuantile(usable, normalCdf(-z));
  const high = selectQuantile(usable, normalCdf(z));
  return high - low < 1e-12 ? undefined : { low, high };
}
