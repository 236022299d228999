import type { Rate } from "../core/findings.ts";
import { variantGroup } from "../core/suite.ts";
import { estimateMean, tidy, tidyEstimate, type Estimate } from "./estimate.ts";
import { groupCells, type Cell, type MeasuredRun } from "./measured-run.ts";
import { allSuites, wilsonText } from "./method-texts.ts";
import { orderedCells, type RowOrder } from "./row-order.ts";
import { scales } from "./statistics/interval.ts";
import { mean } from "./statistics/quantile.ts";
import type { Sample } from "./statistics/resampler.ts";
import { wilsonInterval } from "./statistics/wilson.ts";

/**
 * Pass rates: passed ÷ (passed + failed) with one vote a case; Wilson when every case contributes
 * 0 or 1, else the cluster bootstrap. `passed` is the sum over the cases, `notMeasured` counts
 * trials. A row over all suites (`alle`) is the mean of their rates by the weights of the requirements
 * (equal without any) and exists only for a model that has all suites with a weight; a mean over some
 * would not compare to it.
 */
export function findRates(run: MeasuredRun, order: RowOrder): Rate[] {
  const cells = orderedCells(run.cells, order);
  const samples = new Map(cells.map((cell) => [cell, sampleOf(run, cell)]));
  const places = Map.groupBy(cells, ({ model, variant, input }) =>
    JSON.stringify([model, variant, input]),
  );
  return [
    ...[...places.values()].flatMap((members) => rateOverAll(run, members, samples)),
    ...cells.flatMap((cell) => rateOf(run, cell, samples.get(cell))),
  ];
}

/** The untrained styles one by one. */
export function findStyleRates(run: MeasuredRun, order: RowOrder): Rate[] {
  const styles = run.trials.filter(({ variant }) => variantGroup(variant) !== variant);
  const cells = groupCells(styles, (variant) => variant);
  return orderedCells(cells, order).flatMap((cell) => rateOf(run, cell, sampleOf(run, cell)));
}

function sampleOf(run: MeasuredRun, cell: Cell): Sample {
  const values = [...cell.cases.values()].map(({ value }) => value);
  const { suite } = cell;
  return { suite, stream: run.streamOf(suite), weight: run.weightOf(suite), values };
}

function rateOf(run: MeasuredRun, cell: Cell, sample: Sample | undefined): Rate[] {
  if (sample === undefined || sample.values.length === 0) return [];
  const estimate = wilsonEstimate(sample) ?? shareEstimate(run, [sample]);
  return estimate === undefined ? [] : [toRate(cell.suite, [cell], estimate)];
}

function rateOverAll(
  run: MeasuredRun,
  cells: readonly Cell[],
  samples: ReadonlyMap<Cell, Sample>,
): Rate[] {
  const measured = cells.filter(
    ({ suite, cases }) => cases.size > 0 && run.weighed.includes(suite),
  );
  if (measured.length === 0 || measured.length < run.weighed.length) return [];
  const own = measured.flatMap((cell) => samples.get(cell) ?? []);
  const [only] = own;
  const estimate =
    own.length === 1 && only !== undefined
      ? (wilsonEstimate(only) ?? shareEstimate(run, own))
      : shareEstimate(run, own);
  return estimate === undefined ? [] : [toRate(allSuites, measured, estimate)];
}

function wilsonEstimate({ values }: Sample): Estimate | undefined {
  if (values.some((value) => value !== 0 && value !== 1)) return undefined;
  const passed = values.reduce((sum, value) => sum + value, 0);
  const { low, high } = wilsonInterval(passed, values.length);
  const n = values.length;
  return tidyEstimate({ n, value: mean(values), low, high, method: wilsonText });
}

function shareEstimate(run: MeasuredRun, samples: readonly Sample[]): Estimate | undefined {
  return estimateMean(samples, {
    resampler: run.resampler,
    scale: scales.share,
    paired: false,
  });
}

function toRate(suite: string, cells: readonly Cell[], estimate: Estimate): Rate {
  const [{ model, variant, input } = { model: "", variant: "", input: "raw" as const }] = cells;
  const passed = cells
    .flatMap(({ cases }) => [...cases.values()])
    .reduce((sum, { value }) => sum + value, 0);
  const notMeasured = cells
    .flatMap(({ trials }) => trials)
    .filter(({ verdict }) => verdict.status === "not-measured").length;
  const { n, ...rest } = estimate;
  return {
    suite,
    model,
    variant,
    input,
    n,
    passed: tidy(passed),
    notMeasured,
    ...rest,
  };
}
