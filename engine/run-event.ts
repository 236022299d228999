import type { ModelDescription } from "../core/model.ts";
import type { Failed } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import { lanesOf } from "./lanes.ts";
import type { PlannedTrial } from "./planned-trial.ts";
import type { Stop } from "./run-trials.ts";

/** What happens during a run, for whoever shows it. */
export type RunEvent =
  | {
      readonly type: "run-start";
      readonly total: number;
      readonly done: number;
      readonly models: readonly ModelShare[];
    }
  | { readonly type: "model-message"; readonly model: string; readonly message: string }
  | { readonly type: "model-start"; readonly model: string; readonly trials: number }
  | { readonly type: "trial-finish"; readonly trial: TrialRecord }
  /** An attempt failed and is made again. */
  | { readonly type: "call-retry"; readonly model: string; readonly failure: Failed }
  /** No trial of the model is left, or it stopped before. */
  | { readonly type: "model-finish"; readonly model: string; readonly stop?: Stop | undefined }
  | { readonly type: "journal-mended"; readonly lines: number }
  /** The disk is full: no further calls until there is space. */
  | { readonly type: "journal-wait"; readonly path: string }
  | { readonly type: "journal-continue" }
  /** The cache is of no use any more; everything is asked. */
  | { readonly type: "cache-off"; readonly message: string };

/** A model's part of a run, and which models run one after the other. */
export interface ModelShare {
  readonly model: string;
  readonly total: number;
  readonly done: number;
  /** Models with the same number run one after the other, others side by side. */
  readonly lane: number;
}

/** How a run begins: what is planned, and what of it is there already; `pending` is by model. */
export function startEvent(
  setup: { readonly trials: readonly PlannedTrial[]; readonly models: readonly ModelDescription[] },
  pending: ReadonlyMap<string, readonly PlannedTrial[]>,
): RunEvent {
  const total = countByModel(setup.trials);
  const models = lanesOf(setup.models).flatMap((lane, number) =>
    lane.map(({ id }) => {
      const all = total.get(id) ?? 0;
      return { model: id, total: all, done: all - (pending.get(id)?.length ?? 0), lane: number };
    }),
  );
  const left = [...pending.values()].reduce((sum, { length }) => sum + length, 0);
  const done = setup.trials.length - left;
  return { type: "run-start", total: setup.trials.length, done, models };
}

function countByModel(trials: readonly PlannedTrial[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { model } of trials) counts.set(model, (counts.get(model) ?? 0) + 1);
  return counts;
}
