import { estimateMean, type Estimate } from "./estimate.ts";
import type { Cell, CellPlace, MeasuredRun } from "./measured-run.ts";
import { allSuites } from "./method-texts.ts";
import type { Scale } from "./statistics/interval.ts";
import type { Sample } from "./statistics/resampler.ts";

/** A cell and the sign it has in a difference; with 0 it only has to have the case. */
export interface Term {
  readonly place: Omit<CellPlace, "suite">;
  readonly sign: 1 | 0 | -1;
}

/** A difference inside each case of a suite, on the cases that every cell has. */
export interface PairedSample extends Sample {
  readonly weight: number;
  /** In the order of the terms. */
  readonly cells: readonly Cell[];
  /** Ids, in the order of the values. */
  readonly cases: readonly string[];
}

/** Pairs by case, one sample per suite in which the cells share a case. */
export function pairCases(run: MeasuredRun, terms: readonly Term[]): PairedSample[] {
  return run.suites.flatMap((suite) => {
    const cells = terms.flatMap(({ place }) => run.cell({ suite, ...place }) ?? []);
    const [first] = cells;
    if (first === undefined || cells.length < terms.length) return [];
    const cases = [...first.cases.keys()].filter((id) => cells.every((cell) => cell.cases.has(id)));
    if (cases.length === 0) return [];
    const values = cases.map((id) =>
      terms.reduce((sum, { sign }, at) => sum + sign * (cells[at]?.cases.get(id)?.value ?? 0), 0),
    );
    const [stream, weight] = [run.streamOf(suite), run.weightOf(suite)];
    return [{ suite, stream, weight, values: values.map(withoutNoise), cells, cases }];
  });
}

/** One row per suite, and one over the suites shared, named as `alle`. */
export interface PairedRow {
  readonly suite: string;
  readonly samples: readonly PairedSample[];
}

/**
 * The rows a set of paired samples gives: `alle` first, then each suite. `alle` pools the suites
 * that both sides share and that count over all suites; with a single one of several it would only
 * repeat that suite under a name that promises more, so it is left out.
 */
export function pairedRows(run: MeasuredRun, samples: readonly PairedSample[]): PairedRow[] {
  const single = samples.map((sample) => ({ suite: sample.suite, samples: [sample] }));
  const counted = samples.filter(({ suite }) => run.weighed.includes(suite));
  const pooled = counted.length > 1 || (counted.length === 1 && run.suites.length === 1);
  return pooled ? [{ suite: allSuites, samples: counted }, ...single] : single;
}

/** Mean of the paired differences with n, interval and method. */
export function estimatePaired(
  run: MeasuredRun,
  samples: readonly Sample[],
  scale: Scale,
): Estimate | undefined {
  return estimateMean(samples, { resampler: run.resampler, scale, paired: true });
}

/** Sums of thirds that should cancel leave 1e-17 behind; a tie has to be a tie. */
function withoutNoise(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value;
}
