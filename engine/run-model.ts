import type { Model, ModelDescription } from "../core/model.ts";
import type { Failed } from "../core/outcome.ts";
import { cacheTrials, type AnswerCache } from "./answer-cache.ts";
import type { Budget } from "./budget.ts";
import type { Gates } from "./endpoint/gates.ts";
import type { Executor, OpenExecutor } from "./executor.ts";
import type { GradingPlace } from "./grade.ts";
import { makeLocalExecutor, type LocalContext } from "./local-executor.ts";
import type { PlannedTrial } from "./planned-trial.ts";
import type { RunEvent } from "./run-event.ts";
import { runTrials, type RunContext, type Stop } from "./run-trials.ts";

/** What the models of a run have in common. */
export interface ModelSetup {
  /** Opens a model for calling; called only when it has trials left. */
  readonly open: (id: string) => Promise<Model>;
  /** Makes the trials in another way than by calls of this process; then `open` is not used. */
  readonly openExecutor?: OpenExecutor | undefined;
  readonly places: ReadonlyMap<string, GradingPlace>;
  readonly budget: Budget;
  /** Answers of earlier runs; without it everything is asked. */
  readonly cache?: AnswerCache | undefined;
  readonly signal: AbortSignal;
  readonly admit?: RunContext["admit"];
  readonly onEvent: (event: RunEvent) => void;
  readonly settings?: Pick<LocalContext, "clock" | "policy" | "random"> | undefined;
}

/** Opens a model, makes its trials and closes it; gives the reason when it stopped before the end. */
export async function runModel(
  setup: ModelSetup & { readonly gates: Gates },
  { model, trials }: { readonly model: ModelDescription; readonly trials: readonly PlannedTrial[] },
  record: RunContext["record"],
): Promise<Stop | undefined> {
  const { onEvent, signal, settings, admit } = setup;
  const open = setup.openExecutor ?? (async (one, report) => openLocally(setup, one.id, report));
  const executor = await open(model, (message) =>
    onEvent({ type: "model-message", model: model.id, message }),
  );
  try {
    onEvent({ type: "model-start", model: model.id, trials: trials.length });
    const cache = cacheTrials(setup.cache, model, setup.places);
    return await runTrials(executor, trials, { ...settings, signal, record, cache, admit });
  } finally {
    await executor.close();
  }
}

async function openLocally(
  setup: ModelSetup & { readonly gates: Gates },
  id: string,
  report: (message: string) => void,
): Promise<Executor> {
  const { gates, settings, budget, onEvent } = setup;
  const model = await setup.open(id);
  const most = model.concurrency;
  try {
    await model.prepare(report);
  } catch (cause) {
    await model.close();
    throw cause;
  }
  const gate = gates.gateOf(model.description, { start: model.startConcurrency ?? most, most });
  const onRetry = (failure: Failed): void => onEvent({ type: "call-retry", model: id, failure });
  return makeLocalExecutor(model, { ...settings, budget, gate, onRetry });
}
