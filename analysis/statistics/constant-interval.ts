import { gammaQuantile } from "./distributions.ts";
import { clampInterval, type Interval, type Scale } from "./interval.ts";

/**
 * 95 % interval of a mean when all `n` cases gave the same `value`, where every resampling method
 * would claim certainty. Exact and conservative: with 97.5 % confidence at most
 * π = 1 − 0.025^(1/n) of all cases (Clopper–Pearson for 0 of n) are different, and these could lie
 * anywhere on the scale. Counts have no upper end; theirs is the exact Poisson interval of the sum
 * (Garwood 1936). For a difference of counts see {@link differsBound}.
 */
export function constantInterval(value: number, n: number, scale: Scale): Interval {
  if (Number.isFinite(scale.maximum)) {
    const differing = differsBound(n);
    return clampInterval(
      {
        low: (1 - differing) * value + differing * scale.minimum,
        high: (1 - differing) * value + differing * scale.maximum,
      },
      scale,
    );
  }
  const sum = value * n;
  return {
    low: sum === 0 ? 0 : gammaQuantile(0.025, sum) / n,
    high: gammaQuantile(0.975, sum + 1) / n,
  };
}

/** Share of cases that may differ although none of `n` did, with 97.5 % confidence. */
export function differsBound(n: number): number {
  return 1 - 0.025 ** (1 / n);
}
