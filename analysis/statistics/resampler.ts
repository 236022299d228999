import { multinomialSums } from "./multinomial.ts";
import { createRandom } from "./random.ts";
import type { WeightedValues } from "./shares.ts";

/** Values of the cases of one suite; `stream` keeps the draws of different suites independent. */
export interface Sample extends WeightedValues {
  readonly suite: string;
  readonly stream: number;
  /** One value per case, in the order of the case ids. */
  readonly values: readonly number[];
}

/** Draws cases with replacement. */
export interface Resampler {
  readonly seed: number;
  readonly draws: number;
  /** The mean of each resample. */
  readonly means: (sample: Sample) => Float64Array;
}

/**
 * Makes the resampler of an analysis. Drawing n of n cases with replacement is a multinomial draw
 * over their distinct values, of which a run has few (0, ⅓, ½ …); that costs as much for a thousand
 * cases as for ten. The same seed, stream and values give the same means; those of a sample are
 * computed once.
 */
export function createResampler(seed: number, draws = 10_000): Resampler {
  const known = new WeakMap<Sample, Float64Array>();
  return {
    seed,
    draws,
    means: (sample) => {
      const before = known.get(sample);
      if (before !== undefined) return before;
      const sums = multinomialSums(sample.values, draws, createRandom(seed, sample.stream));
      const means = sums.map((sum) => sum / sample.values.length);
      known.set(sample, means);
      return means;
    },
  };
}
