import type { Failed, Outcome } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import type { TrialCache } from "./answer-cache.ts";
import { defaultRetryPolicy, hopeless, type RetryPolicy } from "./call.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { Executor, GivenUp } from "./executor.ts";
import { keyOf, type PlannedTrial } from "./planned-trial.ts";

/** Why a model's trials were not all made. */
export interface Stop {
  readonly model: string;
  readonly because:
    "aborted" | "budget" | "authentication" | "model-not-found" | "rate-limit" | "endpoint-down";
  readonly message: string;
}

export interface RunContext {
  readonly signal: AbortSignal;
  /** Keeps a finished call; resolves when the next may be made. What it throws stops the run. */
  readonly record: (trial: TrialRecord) => Promise<void>;
  readonly clock?: Clock | undefined;
  readonly policy?: RetryPolicy | undefined;
  /** Answers of earlier runs; without it everything is asked. */
  readonly cache?: TrialCache | undefined;
  /** Looks at a trial before it is sent; what it throws stops the run. */
  readonly admit?: ((trial: PlannedTrial) => void) | undefined;
}

/**
 * Hands the trials of one model to its executor: as many at once as it takes, each recorded as soon
 * as it is finished. Gives the reason when it stopped before the end.
 */
export async function runTrials(
  executor: Executor,
  trials: readonly PlannedTrial[],
  context: RunContext,
): Promise<Stop | undefined> {
  const queue = trials.values();
  const inner = new AbortController();
  const { givenUp } = executor;
  const signals = [context.signal, inner.signal, ...(givenUp === undefined ? [] : [givenUp])];
  const signal = AbortSignal.any(signals);
  let stop: Stop | undefined;
  const worker = async () => {
    for (const trial of queue) {
      if (signal.aborted) break;
      const reason = await runTrial(executor, trial, { ...context, signal });
      if (reason === undefined) continue;
      stop ??= reason;
      inner.abort();
    }
  };
  const workers = Array.from({ length: Math.min(executor.concurrency, trials.length) }, worker);
  try {
    await Promise.all(workers);
  } finally {
    inner.abort();
    await Promise.allSettled(workers);
  }
  const model = trials[0]?.model ?? "";
  if (context.signal.aborted) return { model, because: "aborted", message: "Abgebrochen." };
  if (givenUp?.aborted !== true) return stop;
  return { model, because: "endpoint-down", message: (givenUp.reason as GivenUp).message };
}

async function runTrial(
  executor: Executor,
  trial: PlannedTrial,
  { signal, cache, admit, clock = systemClock, policy = defaultRetryPolicy, record }: RunContext,
): Promise<Stop | undefined> {
  admit?.(trial);
  const outcome = cache?.find(trial) ?? (await executor.execute(trial, signal));
  if (outcome.status === "failed" && outcome.code === "aborted") return undefined;
  if (outcome.status === "failed" && outcome.code === "budget") {
    return { model: trial.model, because: "budget", message: outcome.message };
  }
  const { fields, temperature, seed, maxTokens } = trial;
  const asked = fields === undefined ? { temperature, seed, maxTokens } : {};
  const finishedAt = clock.date();
  await record({ schemaVersion: 1, ...keyOf(trial), ...asked, outcome, finishedAt });
  if (outcome.status === "completed") cache?.keep(trial, outcome);
  return hopelessStop(trial.model, outcome, policy);
}

function hopelessStop(model: string, outcome: Outcome, policy: RetryPolicy): Stop | undefined {
  if (outcome.status === "completed") return undefined;
  if ((outcome.retryAfterMs ?? 0) > policy.patienceMs) return laterStop(model, outcome);
  if (!hopeless.has(outcome.code)) return undefined;
  const because = outcome.code === "authentication" ? "authentication" : "model-not-found";
  return { model, because, message: outcome.message };
}

/** The endpoint wants to be left alone for longer than anybody waits at a screen. */
function laterStop(model: string, { retryAfterMs = 0 }: Failed): Stop {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  const message = `Der Endpunkt nimmt erst in ${minutes} Minuten wieder Anfragen an. Setzen Sie den Lauf dann mit --resume fort.`;
  return { model, because: "rate-limit", message };
}
