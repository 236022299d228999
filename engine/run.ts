import type { Model, ModelDescription } from "../core/model.ts";
import { isCached, type Failed } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import { cacheTrials, type AnswerCache } from "./answer-cache.ts";
import type { Budget } from "./budget.ts";
import { defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";
import { spendingOn } from "./cost.ts";
import {
  makeGates,
  type EndpointTrouble,
  type Gates,
  type GatesContext,
} from "./endpoint/gates.ts";
import { pendingTrials } from "./pending.ts";
import type { Executor, OpenExecutor } from "./executor.ts";
import { makeLocalExecutor, type LocalContext } from "./local-executor.ts";
import type { PlannedTrial } from "./planned-trial.ts";
import type { GradingPlace } from "./grade.ts";
import { openRunRecord, type RunRecord } from "./run-record.ts";
import { runTrials, type RunContext, type Stop } from "./run-trials.ts";

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

export interface RunSetup {
  readonly folder: string;
  readonly trials: readonly PlannedTrial[];
  readonly models: readonly ModelDescription[];
  /** Opens a model for calling; called only when it has trials left. */
  readonly open: (id: string) => Promise<Model>;
  /** Makes the trials in another way than by calls of this process; then `open` is not used. */
  readonly openExecutor?: OpenExecutor | undefined;
  readonly places: ReadonlyMap<string, GradingPlace>;
  readonly budget: Budget;
  /** Answers of earlier runs; without it everything is asked. */
  readonly cache?: AnswerCache | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly settings?: Pick<LocalContext, "clock" | "policy" | "random"> | undefined;
  /** Asked after ten equal failures in a row; without it the endpoint's models stop. */
  readonly onStreak?: ((trouble: EndpointTrouble) => Promise<"continue" | "stop">) | undefined;
}

export interface RunResult {
  /** Trials that were asked and got an outcome. */
  readonly calls: number;
  /** Trials whose answer was known from an earlier run. */
  readonly cached: number;
  readonly stops: readonly Stop[];
}

/**
 * Makes every planned trial that has no answer yet and grades what is not graded. An answer is in
 * the journal before it is graded; what is already there is never asked again. Endpoints run side
 * by side, embedded models one after the other. The caller holds the folder's lock.
 */
export async function runPlanned(setup: RunSetup): Promise<RunResult> {
  const record = await openRunRecord(setup.folder, setup.places, {
    clock: setup.settings?.clock,
    signal: setup.signal,
    onWait: (path) => setup.onEvent({ type: "journal-wait", path }),
    onContinue: () => setup.onEvent({ type: "journal-continue" }),
    onAnswer: chargeEarlier(setup),
  });
  try {
    if (record.mended > 0) setup.onEvent({ type: "journal-mended", lines: record.mended });
    const pending = pendingTrials(setup.trials, record.isAnswered);
    setup.onEvent(startEvent(setup, pending));
    const result = await runLanes(setup, pending, record);
    await record.compare();
    return result;
  } finally {
    await record.close();
  }
}

/** A budget holds for the run, so what earlier sittings paid counts. */
function chargeEarlier({ models, budget }: RunSetup): (trial: TrialRecord) => void {
  const prices = new Map(models.map(({ id, price }) => [id, price]));
  return ({ model, outcome }) => budget.charge(spendingOn(outcome, prices.get(model), 0));
}

function startEvent(setup: RunSetup, pending: readonly PlannedTrial[]): RunEvent {
  const total = countByModel(setup.trials);
  const left = countByModel(pending);
  const models = lanesOf(setup.models).flatMap((lane, number) =>
    lane.map(({ id }) => {
      const all = total.get(id) ?? 0;
      return { model: id, total: all, done: all - (left.get(id) ?? 0), lane: number };
    }),
  );
  const done = setup.trials.length - pending.length;
  return { type: "run-start", total: setup.trials.length, done, models };
}

function countByModel(trials: readonly PlannedTrial[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { model } of trials) counts.set(model, (counts.get(model) ?? 0) + 1);
  return counts;
}

/** Models that share a machine or an address, one after the other. */
export function lanesOf(models: readonly ModelDescription[]): ModelDescription[][] {
  const lanes = Map.groupBy(models, (model) =>
    model.way === "llama" ? "embedded" : `${model.endpoint} ${model.id}`,
  );
  return [...lanes.values()];
}

async function runLanes(
  setup: RunSetup,
  pending: readonly PlannedTrial[],
  record: RunRecord,
): Promise<RunResult> {
  const count = { calls: 0, cached: 0 };
  const stops: Stop[] = [];
  const keep = async (trial: TrialRecord) => {
    count[isCached(trial.outcome) ? "cached" : "calls"] += 1;
    record.add(trial);
    setup.onEvent({ type: "trial-finish", trial });
    await record.room();
  };
  const gates = makeGates(setup.models, gatesContext(setup));
  const runLane = async (lane: readonly ModelDescription[]) => {
    for (const model of lane) {
      const trials = pending.filter((trial) => trial.model === model.id);
      if (trials.length === 0 || setup.signal.aborted) continue;
      const stop = await runModel({ ...setup, gates }, { model, trials }, keep);
      if (stop !== undefined) stops.push(stop);
      setup.onEvent({ type: "model-finish", model: model.id, stop });
    }
  };
  const results = await Promise.allSettled(lanesOf(setup.models).map(runLane));
  gates.close();
  const broken = results.find((result) => result.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  return { ...count, stops };
}

function gatesContext({ settings = {}, onStreak }: RunSetup): GatesContext {
  const { clock = systemClock, random = Math.random, policy = defaultRetryPolicy } = settings;
  return { clock, random, patienceMs: policy.patienceMs, onStreak: onStreak ?? stopAtOnce };
}

async function stopAtOnce(): Promise<"stop"> {
  return Promise.resolve("stop");
}

async function runModel(
  setup: RunSetup & { readonly gates: Gates },
  { model, trials }: { readonly model: ModelDescription; readonly trials: readonly PlannedTrial[] },
  record: RunContext["record"],
): Promise<Stop | undefined> {
  const { onEvent, signal, settings } = setup;
  const open = setup.openExecutor ?? (async (one, report) => openLocally(setup, one.id, report));
  const executor = await open(model, (message) =>
    onEvent({ type: "model-message", model: model.id, message }),
  );
  try {
    onEvent({ type: "model-start", model: model.id, trials: trials.length });
    const cache = cacheTrials(setup.cache, model, setup.places);
    return await runTrials(executor, trials, { ...settings, signal, record, cache });
  } finally {
    await executor.close();
  }
}

async function openLocally(
  setup: RunSetup & { readonly gates: Gates },
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
