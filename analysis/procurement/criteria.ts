import type { CriterionResult } from "../../core/findings-procurement.ts";
import type { Rate } from "../../core/findings.ts";
import type { Criterion, Requirements } from "../../core/requirements.ts";
import { estimateMean, tidy, type Estimate } from "../estimate.ts";
import type { Cell, MeasuredRun } from "../measured-run.ts";
import { scales } from "../statistics/interval.ts";
import { bewertungspunkte } from "./points.ts";

const mostNotMeasured = 0.05;

/** A criterion at one model, and the cells its score comes from; none when one is missing. */
export interface ScoredCriterion {
  readonly criterion: Criterion;
  readonly cells: readonly Cell[];
  readonly result: CriterionResult;
}

/**
 * Points of a model for a criterion: the mean of its suites' pass rates (each the same weight) on
 * the scale that was fixed beforehand. Points use the estimate; the interval stands beside it.
 */
export function scoreCriterion(
  run: MeasuredRun,
  requirements: Requirements,
  { criterion, model, rates }: CriterionQuestion,
): ScoredCriterion {
  const { id, title, group, weight, s0, s10, minimumPoints } = criterion;
  const head = { id, title, group, weight, s0, s10, minimumPoints };
  const { variant, input } = criterion;
  const found = criterion.suites.flatMap(
    (suite) => run.cell({ suite, model, variant, input }) ?? [],
  );
  const cells = found.filter(({ cases }) => cases.size > 0);
  if (cells.length < criterion.suites.length) return { criterion, cells: [], result: head };
  const estimate = scoreOf(run, cells, rates);
  if (estimate === undefined) return { criterion, cells: [], result: head };
  const { n, value, low, high, method } = estimate;
  const points = bewertungspunkte(value, criterion, requirements.pointScale);
  const performance = tidy(weight * points);
  const reliable = cells.every(isReliable);
  const measured = { n, score: value, low, high, method, points, performance, reliable };
  return { criterion, cells, result: { ...head, measured } };
}

interface CriterionQuestion {
  readonly criterion: Criterion;
  readonly model: string;
  readonly rates: readonly Rate[];
}

/** Of a single suite the interval that its rate has everywhere else in the report. */
function scoreOf(
  run: MeasuredRun,
  cells: readonly Cell[],
  rates: readonly Rate[],
): Estimate | undefined {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    const { suite, model, variant, input } = only;
    return rates.find(
      (rate) =>
        rate.suite === suite &&
        rate.model === model &&
        rate.variant === variant &&
        rate.input === input,
    );
  }
  const samples = cells.map(({ suite, cases }) => ({
    suite,
    stream: run.streamOf(suite),
    values: [...cases.values()].map(({ value }) => value),
  }));
  return estimateMean(samples, { resampler: run.resampler, scale: scales.share, paired: false });
}

function isReliable({ trials }: Cell): boolean {
  const lost = trials.filter(({ verdict }) => verdict.status === "not-measured").length;
  return lost / trials.length <= mostNotMeasured;
}
