import type { Model, ModelDescription } from "../core/model.ts";
import { scoreRecordSchema, trialRecordSchema, type TrialRecord } from "../core/trial.ts";
import type { Budget } from "./budget.ts";
import { defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";
import {
  makeGates,
  type EndpointTrouble,
  type Gates,
  type GatesContext,
} from "./endpoint/gates.ts";
import { openJournal, type Journal } from "./journal.ts";
import { mendJournal } from "./mend-journal.ts";
import { pendingTrials, settledTrials } from "./pending.ts";
import type { PlannedTrial } from "./plan.ts";
import { readSoundJournal } from "./read-journal.ts";
import { gradeComparisons } from "./compare-answers.ts";
import type { GradingPlace } from "./grade.ts";
import { gradePending } from "./regrade.ts";
import { runFiles } from "./run-files.ts";
import { runTrials, type RunContext, type Stop } from "./run-trials.ts";

/** What happens during a run, for whoever shows it. */
export type RunEvent =
  | { readonly type: "run-start"; readonly total: number; readonly done: number }
  | { readonly type: "model-message"; readonly model: string; readonly message: string }
  | { readonly type: "model-start"; readonly model: string; readonly trials: number }
  | { readonly type: "trial-finish"; readonly trial: TrialRecord }
  | { readonly type: "journal-mended"; readonly lines: number };

export interface RunSetup {
  readonly folder: string;
  readonly trials: readonly PlannedTrial[];
  readonly models: readonly ModelDescription[];
  /** Opens a model for calling; called only when it has trials left. */
  readonly open: (id: string) => Promise<Model>;
  readonly places: ReadonlyMap<string, GradingPlace>;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly settings?: Pick<RunContext, "clock" | "policy" | "random"> | undefined;
  /** Asked after ten equal failures in a row; without it the endpoint's models stop. */
  readonly onStreak?: ((trouble: EndpointTrouble) => Promise<"continue" | "stop">) | undefined;
}

export interface RunResult {
  readonly calls: number;
  readonly stops: readonly Stop[];
}

/**
 * Makes every planned trial that has no answer yet and grades what is not graded. An answer is in
 * the journal before it is graded; what is already there is never asked again. Endpoints run side
 * by side, embedded models one after the other. The caller holds the folder's lock.
 */
export async function runPlanned(setup: RunSetup): Promise<RunResult> {
  const files = runFiles(setup.folder);
  const mended = mendJournal(files.trials) + mendJournal(files.scores);
  if (mended > 0) setup.onEvent({ type: "journal-mended", lines: mended });
  const settled = settledTrials(await readSoundJournal(files.trials, trialRecordSchema));
  const scores = await readSoundJournal(files.scores, scoreRecordSchema);
  const pending = pendingTrials(setup.trials, settled);
  setup.onEvent({
    type: "run-start",
    total: setup.trials.length,
    done: setup.trials.length - pending.length,
  });
  const journals = { trials: openJournal(files.trials), scores: openJournal(files.scores) };
  try {
    journals.scores.append(gradePending(settled.values(), scores, setup.places));
    const result = await runLanes(setup, pending, {
      ...journals,
      onRecord: (trial) => settled.set(trial.trialId, trial),
    });
    journals.scores.append(gradeComparisons(settled.values(), scores, setup.places));
    return result;
  } finally {
    journals.trials.close();
    journals.scores.close();
  }
}

/** Models that share a machine or an address, one after the other. */
export function lanesOf(models: readonly ModelDescription[]): ModelDescription[][] {
  const lanes = Map.groupBy(models, (model) =>
    model.way === "llama" ? "embedded" : `${model.endpoint} ${model.id}`,
  );
  return [...lanes.values()];
}

interface Journals {
  readonly trials: Journal;
  readonly scores: Journal;
  readonly onRecord: (trial: TrialRecord) => void;
}

async function runLanes(
  setup: RunSetup,
  pending: readonly PlannedTrial[],
  journals: Journals,
): Promise<RunResult> {
  let calls = 0;
  const stops: Stop[] = [];
  const record = (trial: TrialRecord) => {
    calls += 1;
    journals.trials.append([trial]);
    journals.onRecord(trial);
    journals.scores.append(gradePending([trial], [], setup.places));
    setup.onEvent({ type: "trial-finish", trial });
  };
  const gates = makeGates(setup.models, gatesContext(setup));
  const runLane = async (lane: readonly ModelDescription[]) => {
    for (const { id } of lane) {
      const trials = pending.filter(({ model }) => model === id);
      if (trials.length === 0 || setup.signal.aborted) continue;
      const stop = await runModel({ ...setup, gates }, { id, trials }, record);
      if (stop !== undefined) stops.push(stop);
    }
  };
  const results = await Promise.allSettled(lanesOf(setup.models).map(runLane));
  gates.close();
  const broken = results.find((result) => result.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  return { calls, stops };
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
  record: (trial: TrialRecord) => void,
): Promise<Stop | undefined> {
  const model = await setup.open(id);
  try {
    await model.prepare((message) => setup.onEvent({ type: "model-message", model: id, message }));
    setup.onEvent({ type: "model-start", model: id, trials: trials.length });
    const { signal, budget, settings, gates } = setup;
    const most = model.concurrency;
    const gate = gates.gateOf(model.description, { start: model.startConcurrency ?? most, most });
    return await runTrials(model, trials, { ...settings, signal, budget, record, gate });
  } finally {
    await model.close();
  }
}
