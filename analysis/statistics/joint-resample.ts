import { createRandom } from "./random.ts";
import { sharesOf } from "./shares.ts";

/** Values of several models on the same cases of one suite. */
export interface JointSample {
  /** Keeps the draws of different suites independent. */
  readonly stream: number;
  /** One row per model, one value per case, in the same order of cases. */
  readonly rows: readonly (readonly number[])[];
  /** Relative to the other suites; 1 when absent. */
  readonly weight?: number;
}

/**
 * Means over suites (by their weights) of every model in each of `draws` resamples. A resample draws
 * whole cases with replacement inside each suite, the same ones for all models, so that what the models
 * share in luck stays shared. The result has one row of `draws` means per model.
 */
export function jointMeans(
  suites: readonly JointSample[],
  { seed, draws }: { readonly seed: number; readonly draws: number },
): Float64Array[] {
  const models = suites[0]?.rows.length ?? 0;
  const means = Array.from({ length: models }, () => new Float64Array(draws));
  const shares = sharesOf(suites);
  for (const [at, suite] of suites.entries()) {
    addSuite(means, suite, { seed, share: shares[at] ?? 0 });
  }
  return means;
}

function addSuite(
  means: readonly Float64Array[],
  { rows, stream }: JointSample,
  { seed, share }: { readonly seed: number; readonly share: number },
): void {
  const n = rows[0]?.length ?? 0;
  const random = createRandom(seed, stream + jointStreams);
  const columns = rows.map((row) => Float64Array.from(row));
  const drawn = new Int32Array(n);
  const draws = means[0]?.length ?? 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < n; at += 1) drawn[at] = Math.floor((random() / 2 ** 32) * n);
    means.forEach((row, model) => {
      const column = columns[model] ?? new Float64Array(n);
      let sum = 0;
      for (let at = 0; at < n; at += 1) sum += column[drawn[at] ?? 0] ?? 0;
      row[draw] = (row[draw] ?? 0) + (sum / n) * share;
    });
  }
}

/** Streams from here on belong to joint draws, below to single samples. */
const jointStreams = 1_000_000;

/** Share of draws in which each row is the largest; ties count in parts. */
export function shareFirst(means: readonly Float64Array[]): number[] {
  const wins = means.map(() => 0);
  const draws = means[0]?.length ?? 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const values = means.map((row) => row[draw] ?? 0);
    const top = Math.max(...values) - 1e-12;
    const leaders = values.flatMap((value, at) => (value >= top ? [at] : []));
    for (const at of leaders) wins[at] = (wins[at] ?? 0) + 1 / leaders.length;
  }
  return wins.map((count) => count / draws);
}
