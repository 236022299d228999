import type { Model } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import { costOf, estimateTokens, spentOn, type Budget } from "./budget.ts";
import { callModel, defaultRetryPolicy, hopeless, type RetryPolicy } from "./call.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { PlannedTrial } from "./plan.ts";
import { limitRate, type TakeTurn } from "./rate-limit.ts";

/** Why a model's trials were not all made. */
export interface Stop {
  readonly model: string;
  readonly because: "aborted" | "budget" | "authentication" | "model-not-found";
  readonly message: string;
}

export interface RunContext {
  readonly signal: AbortSignal;
  readonly budget: Budget;
  /** Keeps a finished call; what it throws stops the run. */
  readonly record: (trial: TrialRecord) => void;
  readonly clock?: Clock | undefined;
  readonly policy?: RetryPolicy | undefined;
  readonly random?: (() => number) | undefined;
}

/**
 * Makes the trials of one model: as many calls at once as it allows, each recorded as soon as it
 * is finished. Gives the reason when it stopped before the end.
 */
export async function runTrials(
  model: Model,
  trials: readonly PlannedTrial[],
  context: RunContext,
): Promise<Stop | undefined> {
  const clock = context.clock ?? systemClock;
  const takeTurn = limitRate(model.description.limits.requestsPerMinute, clock);
  const queue = trials.values();
  const inner = new AbortController();
  const signal = AbortSignal.any([context.signal, inner.signal]);
  let stop: Stop | undefined;
  const worker = async () => {
    for (const trial of queue) {
      if (signal.aborted) break;
      const reason = await runTrial(model, trial, { ...context, clock, takeTurn, signal });
      if (reason === undefined) continue;
      stop ??= reason;
      inner.abort();
    }
  };
  const workers = Array.from({ length: Math.min(model.concurrency, trials.length) }, worker);
  try {
    await Promise.all(workers);
  } finally {
    inner.abort();
    await Promise.allSettled(workers);
  }
  return context.signal.aborted ? abortedStop(model) : stop;
}

interface TrialContext extends RunContext {
  readonly clock: Clock;
  readonly takeTurn: TakeTurn;
}

async function runTrial(
  model: Model,
  trial: PlannedTrial,
  context: TrialContext,
): Promise<Stop | undefined> {
  const { price } = model.description;
  const reserved = price === undefined ? 0 : highestCost(trial, price);
  if (!context.budget.reserve(reserved)) return budgetStop(model);
  const { messages, fields, temperature, seed, maxTokens, ...key } = trial;
  const outcome = await callModel(
    model,
    { messages, temperature, seed, maxTokens, ...(fields !== undefined && { fields }) },
    {
      clock: context.clock,
      random: context.random ?? Math.random,
      policy: context.policy ?? defaultRetryPolicy,
      takeTurn: context.takeTurn,
      signal: context.signal,
    },
  );
  context.budget.settle(reserved, spentOn(outcome, price));
  if (outcome.status === "failed" && outcome.code === "aborted") return undefined;
  context.record({ schemaVersion: 1, ...key, outcome, finishedAt: context.clock.date() });
  return hopelessStop(model, outcome);
}

function highestCost(
  trial: PlannedTrial,
  price: NonNullable<Model["description"]["price"]>,
): number {
  const characters = trial.messages.reduce((sum, message) => sum + message.content.length, 0);
  return costOf(price, estimateTokens(characters), trial.maxTokens);
}

function hopelessStop(model: Model, outcome: Outcome): Stop | undefined {
  if (outcome.status === "completed" || !hopeless.has(outcome.code)) return undefined;
  const because = outcome.code === "authentication" ? "authentication" : "model-not-found";
  return { model: model.description.id, because, message: outcome.message };
}

function budgetStop(model: Model): Stop {
  return {
    model: model.description.id,
    because: "budget",
    message: "Das Budget reicht für einen weiteren Aufruf nicht mehr.",
  };
}

function abortedStop(model: Model): Stop {
  return { model: model.description.id, because: "aborted", message: "Abgebrochen." };
}
