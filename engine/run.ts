import type { ModelDescription } from "../core/model.ts";
import { isCached } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import { defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";
import { spendingOn } from "./cost.ts";
import { makeGates, type EndpointTrouble, type GatesContext } from "./endpoint/gates.ts";
import { lanesOf } from "./lanes.ts";
import { pendingByModel } from "./pending.ts";
import type { PlannedTrial } from "./planned-trial.ts";
import { startEvent } from "./run-event.ts";
import { runModel, type ModelSetup } from "./run-model.ts";
import { openRunRecord, type RunRecord } from "./run-record.ts";
import type { Stop } from "./run-trials.ts";

export interface RunSetup extends ModelSetup {
  readonly folder: string;
  readonly trials: readonly PlannedTrial[];
  readonly models: readonly ModelDescription[];
  /** Answers are graded and then not kept. */
  readonly noAnswers?: boolean | undefined;
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
    noAnswers: setup.noAnswers,
    signal: setup.signal,
    onWait: (path) => setup.onEvent({ type: "journal-wait", path }),
    onContinue: () => setup.onEvent({ type: "journal-continue" }),
    onAnswer: chargeEarlier(setup),
  });
  try {
    if (record.mended > 0) setup.onEvent({ type: "journal-mended", lines: record.mended });
    const pending = pendingByModel(setup.trials, record.isAnswered);
    setup.onEvent(startEvent(setup, pending));
    const result = await runLanes(setup, pending, record);
    await record.compare();
    await record.judge(setup.signal);
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

async function runLanes(
  setup: RunSetup,
  pending: ReadonlyMap<string, readonly PlannedTrial[]>,
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
      const trials = pending.get(model.id) ?? [];
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
