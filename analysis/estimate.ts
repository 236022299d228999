import { intervalText, pooledText } from "./method-texts.ts";
import { bootstrapInterval } from "./statistics/bootstrap-interval.ts";
import type { Interval, Scale } from "./statistics/interval.ts";
import type { Resampler, Sample } from "./statistics/resampler.ts";
import { sharesOf, weightedMean } from "./statistics/shares.ts";
import { clusteredError } from "./statistics/spread.ts";

/** A mean with n, 95 % interval and method. */
export interface Estimate extends Interval {
  /** Cases. */
  readonly n: number;
  readonly value: number;
  readonly method: string;
  /** Clustered by case; absent where the interval is exact or nothing varies. */
  readonly standardError?: number | undefined;
}

export interface EstimateOptions {
  readonly resampler: Resampler;
  readonly scale: Scale;
  /** Whether the values are differences inside a case. */
  readonly paired: boolean;
}

/** Mean over suites by the weights of the samples; `undefined` without any case. */
export function estimateMean(
  samples: readonly Sample[],
  { resampler, scale, paired }: EstimateOptions,
): Estimate | undefined {
  if (samples.length === 0 || samples.some(({ values }) => values.length === 0)) return undefined;
  const corrected = !paired;
  const { low, high, ways } = bootstrapInterval(samples, { resampler, scale, corrected });
  const text = intervalText(ways, resampler, { paired, corrected });
  const error = clusteredError(
    samples.map(({ values }) => values),
    sharesOf(samples),
  );
  return tidyEstimate({
    n: samples.reduce((sum, { values }) => sum + values.length, 0),
    value: weightedMean(samples),
    low,
    high,
    method: samples.length > 1 ? pooledText(samples, text) : text,
    ...(error !== undefined && { standardError: error }),
  });
}

/** Takes the noise of floating point off the numbers and keeps low ≤ value ≤ high. */
export function tidyEstimate(estimate: Estimate): Estimate {
  const value = tidy(estimate.value);
  return {
    n: estimate.n,
    value,
    low: Math.min(value, tidy(estimate.low)),
    high: Math.max(value, tidy(estimate.high)),
    method: estimate.method,
    ...(estimate.standardError !== undefined && { standardError: tidy(estimate.standardError) }),
  };
}

/** Twelve significant digits, no negative zero, and nothing below 1e-12 of a unit around 0. */
export function tidy(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(12));
}
