import type { Comparison, Findings, Gain, Rate } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import { findBiasPairs } from "./bias/bias-pairs.ts";
import { findBiasScores } from "./bias/bias-scores.ts";
import { findBounds } from "./bounds.ts";
import type { ComparedRow } from "./compare-pairs.ts";
import { findDetectable } from "./detectable.ts";
import type { MeasuredGain } from "./gains.ts";
import { checkIntervals } from "./interval-check.ts";
import { findItems } from "./items.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { findNotices } from "./notices.ts";
import { findRanks } from "./ranks.ts";
import type { RowOrder } from "./row-order.ts";
import type { RunRecords } from "./run-records.ts";
import { findSensitivity } from "./sensitivity.ts";
import { findTrainingStatements } from "./training-statements.ts";

/** What a decision is built on, already measured. */
export interface Measured {
  readonly models: readonly ModelDescription[];
  readonly order: RowOrder;
  readonly rates: readonly Rate[];
  readonly compared: readonly ComparedRow[];
  readonly gains: readonly MeasuredGain[];
  readonly cases: RunRecords["cases"];
}

/** The findings that a decision draws on. */
export type Decision = Pick<
  Findings,
  | "ranks"
  | "failureBounds"
  | "trainingStatements"
  | "detectable"
  | "intervalCheck"
  | "items"
  | "sensitivity"
  | "bias"
  | "notices"
>;

/**
 * From rates, comparisons and gains to what can be decided: ranks, exact bounds, what may be said of
 * training, what the run could have seen, what hangs on a single suite or case, and unequal treatment.
 */
export function decide(run: MeasuredRun, measured: Measured): Decision {
  const { models, order, rates, cases } = measured;
  const comparisons = measured.compared.map(({ comparison }): Comparison => comparison);
  const gains = measured.gains.map(({ gain }): Gain => gain);
  const items = findItems(run, models);
  const sensitivity = findSensitivity(run, { models, items });
  const pairs = findBiasPairs(run, order);
  const scores = findBiasScores(run, order, cases);
  return {
    ranks: findRanks(run, { models, rates, comparisons }),
    failureBounds: findBounds(run, order),
    trainingStatements: findTrainingStatements(measured.gains),
    detectable: findDetectable(measured.compared, measured.gains),
    intervalCheck: checkIntervals(rates, [...comparisons, ...gains]),
    items,
    notices: findNotices(run, models),
    ...(sensitivity !== undefined && { sensitivity }),
    ...(pairs.length + scores.length > 0 && { bias: { pairs, scores } }),
  };
}
