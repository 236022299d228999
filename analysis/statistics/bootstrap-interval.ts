import { constantInterval } from "./constant-interval.ts";
import { normalCdf, normalQuantile, studentQuantile } from "./distributions.ts";
import { clampInterval, type Interval, type Scale } from "./interval.ts";
import { mean, selectQuantile } from "./quantile.ts";
import type { Resampler, Sample } from "./resampler.ts";
import { sharesOf } from "./shares.ts";
import { isConstant, spreadOf, type Spread } from "./spread.ts";

export interface BootstrapOptions {
  readonly resampler: Resampler;
  readonly scale: Scale;
  /** Correct bias and skewness (BCa): for shares near 0 or 1; differences need none. */
  readonly corrected: boolean;
}

/** An interval and which ways led to it. */
export interface BootstrapResult extends Interval {
  readonly ways: readonly ("bootstrap" | "student" | "constant")[];
}

/**
 * 95 % interval of the mean over suites (by their weights) of the mean over cases, resampling whole
 * cases inside each suite.
 *
 * - Percentiles are widened to what Student's t would ask (Hesterberg 2015, The American
 *   Statistician 69, „expanded percentile“), since a plain bootstrap is too narrow in small
 *   samples; with `corrected` they are also shifted (BCa, Efron 1987).
 * - Below ten cases in a suite no resample can lie outside the few values seen: Student's interval.
 * - A suite whose cases all gave the same value adds its exact interval, combined by squares
 *   (MOVER, Zou and Donner 2008), instead of a false certainty.
 */
export function bootstrapInterval(
  samples: readonly Sample[],
  options: BootstrapOptions,
): BootstrapResult {
  const shares = sharesOf(samples);
  const parts = samples.map((sample, at) => ({ sample, share: shares[at] ?? 0 }));
  const varying = parts.filter(({ sample }) => !isConstant(sample.values));
  const constant = parts.filter(({ sample }) => isConstant(sample.values));
  const estimate = centreOf(parts);
  const small = varying.some(({ sample }) => sample.values.length < fewestCases);
  const reaches = constant.map((part) => constantReach(part, options.scale));
  if (varying.length > 0) {
    const interval = small ? studentInterval(varying) : percentileInterval(varying, options);
    reaches.push({ down: -interval.low, up: interval.high });
  }
  const interval = {
    low: estimate - Math.hypot(...reaches.map(({ down }) => down)),
    high: estimate + Math.hypot(...reaches.map(({ up }) => up)),
  };
  const ways: BootstrapResult["ways"][number][] = [];
  if (varying.length > 0) ways.push(small ? "student" : "bootstrap");
  if (constant.length > 0) ways.push("constant");
  return { ...clampInterval(interval, options.scale), ways };
}

/** Fewest cases in a suite from which resampling says anything. */
const fewestCases = 10;
const upper = 0.975;

/** Distances from the estimate to both ends. */
interface Reach {
  readonly down: number;
  readonly up: number;
}

/** A suite and its share in the mean. */
interface Part {
  readonly sample: Sample;
  readonly share: number;
}

function centreOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { sample, share }) => sum + share * mean(sample.values), 0);
}

function spreadOfParts(parts: readonly Part[]): Spread {
  return spreadOf(
    parts.map(({ sample }) => sample.values),
    parts.map(({ share }) => share),
  );
}

function constantReach({ sample: { values }, share }: Part, scale: Scale): Reach {
  const value = mean(values);
  const { low, high } = constantInterval(value, values.length, scale);
  return { down: (value - low) * share, up: (high - value) * share };
}

/** Relative to the estimate. */
function studentInterval(varying: readonly Part[]): Interval {
  const { variance, degrees } = spreadOfParts(varying);
  const half = studentQuantile(upper, degrees) * Math.sqrt(variance);
  return { low: -half, high: half };
}

/** Relative to the estimate. */
function percentileInterval(
  varying: readonly Part[],
  { resampler, corrected }: BootstrapOptions,
): Interval {
  const centre = centreOf(varying);
  const moved = new Float64Array(resampler.draws);
  for (const { sample, share } of varying) {
    const means = resampler.means(sample);
    for (let draw = 0; draw < moved.length; draw += 1) {
      moved[draw] = (moved[draw] ?? 0) + (means[draw] ?? 0) * share;
    }
  }
  const { degrees, narrowness, skewness } = spreadOfParts(varying);
  const z = narrowness * studentQuantile(upper, degrees);
  const bias = corrected ? medianBias(moved, centre) : 0;
  const acceleration = corrected ? skewness / 6 : 0;
  const at = (end: number): number =>
    selectQuantile(moved, normalCdf(bias + (bias + end) / (1 - acceleration * (bias + end))));
  return { low: Math.min(0, at(-z) - centre), high: Math.max(0, at(z) - centre) };
}

/** z₀ of BCa; resamples that meet the estimate count half. */
function medianBias(means: Float64Array, centre: number): number {
  let below = 0;
  for (const value of means) {
    if (value < centre - 1e-12) below += 1;
    else if (value <= centre + 1e-12) below += 0.5;
  }
  return normalQuantile(below / means.length);
}
