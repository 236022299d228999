import type { Model, ModelDescription } from "../core/model.ts";
import { isCached } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import { cacheTrials, type AnswerCache } from "./answer-cache.ts";
import type { Budget } from "./budget.ts";
import { defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";
import {
  makeGates,
  type EndpointTrouble,
  type Gates,
  type GatesContext,
} from "./endpoint/gates.ts";
import { pendingTrials } from "./pending.ts";
import type { PlannedTrial } from "./plan.ts";
import type { GradingPlace } from "./grade.ts";
import { openRunRecord, type RunRecord } from "./run-record.ts";
import { runTrials, type RunContext, type Stop } from "./run-trials.ts";

/** What happens during a run, for whoever shows it. */
export type RunEvent =
  | { readonly type: "run-start"; readonly total: number; readonly done: number }
  | { readonly type: "model-message"; readonly model: string; readonly message: string }
  | { readonly type: "model-start"; readonly model: string; readonly trials: number }
  | { readonly type: "trial-finish"; readonly trial: TrialRecord }
  | { readonly type: "journal-mended"; readonly lines: number }
  /** The disk is full: no further calls until there is space. */
  | { readonly type: "journal-wait"; readonly path: string }
  | { readonly type: "journal-continue" }
  /** The cache is of no use any more; everything is asked. */
  | { readonly type: "cache-off"; readonly message: string };

export interface RunSetup {
  readonly folder: string;
  readonly trials: readonly PlannedTrial[];
  readonly models: readonly ModelDescription[];
  /** Opens a model for calling; called only when it has trials left. */
  readonly open: (id: string) => Promise<Model>;
  readonly places: ReadonlyMap<string, GradingPlace>;
  readonly budget: Budget;
  /** Answers of earlier runs; without it everything is asked. */
  readonly cache?: AnswerCache | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly settings?: Pick<RunContext, "clock" | "policy" | "random"> | undefined;
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
  });
  try {
    if (record.mended > 0) setup.onEvent({ type: "journal-mended", lines: record.mended });
    const pending = pendingTrials(setup.trials, record.settled);
    const total = setup.trials.length;
    setup.onEvent({ type: "run-start", total, done: total - pending.length });
    const result = await runLanes(setup, pending, record);
    record.compare();
    return result;
  } finally {
    await record.close();
  }
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
    for (const { id } of lane) {
      const trials = pending.filter(({ model }) => model === id);
      if (trials.length === 0 || setup.signal.aborted) continue;
      const stop = await runModel({ ...setup, gates }, { id, trials }, keep);
      if (stop !== undefined) stops.push(stop);
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
  { id, trials }: { readonly id: string; readonly trials: readonly PlannedTrial[] },
  record: RunContext["record"],
): Promise<Stop | undefined> {
  const model = await setup.open(id);
  try {
    await model.prepare((message) => setup.onEvent({ type: "model-message", model: id, message }));
    setup.onEvent({ type: "model-start", model: id, trials: trials.length });
    const { signal, budget, settings, gates } = setup;
    const cache = cacheTrials(setup.cache, model.description, setup.places);
    const most = model.concurrency;
    const gate = gates.gateOf(model.description, { start: model.startConcurrency ?? most, most });
    return await runTrials(model, trials, { ...settings, signal, budget, record, cache, gate });
  } finally {
    await model.close();
  }
}
