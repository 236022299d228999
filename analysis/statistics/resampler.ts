import { createRandom } from "./random.ts";

/** Values of the cases of one suite; `stream` keeps the draws of different suites independent. */
export interface Sample {
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
 * Makes the resampler of an analysis. What is drawn depends on seed, stream and number of cases
 * only, so that the same input gives the same intervals; drawn positions are kept for samples of
 * the same size, because a run asks for hundreds of them.
 */
export function createResampler(seed: number, draws = 10_000): Resampler {
  const kept = new Map<string, Uint16Array>();
  const meansOf = new WeakMap<Sample, Float64Array>();
  let room = mostKeptPositions;

  function positions({ stream, values }: Sample): Uint16Array | undefined {
    const key = `${stream}/${values.length}`;
    const known = kept.get(key);
    const size = values.length * draws;
    if (known !== undefined || size > room || values.length > 0xffff) return known;
    const next = positionSource(seed, stream, values.length);
    const drawn = new Uint16Array(size).map(next);
    kept.set(key, drawn);
    room -= size;
    return drawn;
  }

  return {
    seed,
    draws,
    means: (sample) => {
      const known = meansOf.get(sample);
      if (known !== undefined) return known;
      const drawn = positions(sample);
      const values = Float64Array.from(sample.values);
      const means =
        drawn === undefined
          ? freshMeans(values, draws, positionSource(seed, sample.stream, values.length))
          : keptMeans(values, draws, drawn);
      meansOf.set(sample, means);
      return means;
    },
  };
}

/** 80 MB. */
const mostKeptPositions = 40_000_000;

function positionSource(seed: number, stream: number, size: number): () => number {
  const random = createRandom(seed, stream);
  return () => Math.floor((random() / 2 ** 32) * size);
}

function keptMeans(values: Float64Array, draws: number, drawn: Uint16Array): Float64Array {
  const means = new Float64Array(draws);
  const size = values.length;
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0;
    const end = (draw + 1) * size;
    for (let at = draw * size; at < end; at += 1) sum += values[drawn[at] ?? 0] ?? 0;
    means[draw] = sum / size;
  }
  return means;
}

function freshMeans(values: Float64Array, draws: number, next: () => number): Float64Array {
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0;
    for (let count = 0; count < values.length; count += 1) sum += values[next()] ?? 0;
    means[draw] = sum / values.length;
  }
  return means;
}
