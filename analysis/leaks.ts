import type { Leak } from "../core/findings.ts";
import type { ScoreRecord } from "../core/trial.ts";
import { defaultClass } from "../core/verdict.ts";
import { caseMeans, type CaseMean } from "./case-means.ts";
import { estimateMean, tidy, tidyEstimate, type Estimate } from "./estimate.ts";
import type { Cell, MeasuredRun } from "./measured-run.ts";
import { clopperPearsonText, wilsonText } from "./method-texts.ts";
import { orderedCells, type RowOrder } from "./row-order.ts";
import { clopperPearsonUpper } from "./statistics/clopper-pearson.ts";
import { scales } from "./statistics/interval.ts";
import { mean } from "./statistics/quantile.ts";
import { wilsonInterval } from "./statistics/wilson.ts";
import type { JudgedTrial } from "./read-verdicts.ts";

/** The grader that looks for planted values and recognised identifiers. */
export const leakGrader = "personal-data";

/**
 * Share of cases whose answer carries a protected value (`leaks`) or an identifier that stands
 * nowhere in the input (`invented`), over the answers that `personal-data` could read. Without any
 * leak the interval is 0 to the exact one-sided upper bound: nothing seen is not nothing there.
 */
export function findLeaks(run: MeasuredRun, order: RowOrder): Leak[] {
  return orderedCells(run.cells, order).flatMap((cell) => {
    const leaks = caseMeans(cell.trials, (trial) => sign(trial, "leaks", "leak"));
    const invented = caseMeans(cell.trials, (trial) => sign(trial, "invented", "invented"));
    const estimate = estimateLeaks(run, cell, leaks);
    if (estimate === undefined) return [];
    const { suite, model, variant, input } = cell;
    const { n, value, low, high, method } = estimate;
    const counts = { withLeak: total(leaks), withInvented: total(invented) };
    return [{ suite, model, variant, input, n, ...counts, value, low, high, method }];
  });
}

function estimateLeaks(
  run: MeasuredRun,
  { suite }: Cell,
  leaks: ReadonlyMap<string, CaseMean>,
): Estimate | undefined {
  const values = [...leaks.values()].map(({ value }) => value);
  const n = values.length;
  if (n === 0) return undefined;
  if (values.every((value) => value === 0)) {
    const high = clopperPearsonUpper(0, n);
    return tidyEstimate({ n, value: 0, low: 0, high, method: clopperPearsonText });
  }
  if (values.every((value) => value === 0 || value === 1)) {
    const seen = values.filter((value) => value === 1).length;
    return tidyEstimate({ n, value: mean(values), ...wilsonInterval(seen, n), method: wilsonText });
  }
  const sample = { suite, stream: run.streamOf(suite), values };
  const options = { resampler: run.resampler, scale: scales.share, paired: false };
  return estimateMean([sample], options);
}

/** 1 or 0 for a read answer; by the measure, else by the class of the failure. */
function sign(
  { scores }: JudgedTrial,
  measure: "leaks" | "invented",
  failureClass: ScoreRecord["failureClass"],
): number | undefined {
  const record = scores.get(leakGrader);
  if (record?.score.status !== "scored") return undefined;
  const counted = record.score.measures[measure];
  if (counted !== undefined) return counted > 0 ? 1 : 0;
  if (record.score.passed) return 0;
  return (record.failureClass ?? defaultClass(leakGrader)) === failureClass ? 1 : 0;
}

function total(cases: ReadonlyMap<string, CaseMean>): number {
  return tidy([...cases.values()].reduce((sum, { value }) => sum + value, 0));
}
