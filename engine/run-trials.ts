import type { Model } from "../core/model.ts";
import type { Failed, Outcome } from "../core/outcome.ts";
import type { TrialRecord } from "../core/trial.ts";
import type { TrialCache } from "./answer-cache.ts";
import { costOf, estimateTokens, spentOn, type Budget } from "./budget.ts";
import { callModel, defaultRetryPolicy, hopeless, type RetryPolicy } from "./call.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { PlannedTrial } from "./plan.ts";
import type { EndpointGate } from "./endpoint/endpoint-gate.ts";
import type { Streak } from "./endpoint/failure-streak.ts";
import { makeGates } from "./endpoint/gates.ts";

/** Why a model's trials were not all made. */
export interface Stop {
  readonly model: string;
  readonly because:
    "aborted" | "budget" | "authentication" | "model-not-found" | "rate-limit" | "endpoint-down";
  readonly message: string;
}

export interface RunContext {
  readonly signal: AbortSignal;
  readonly budget: Budget;
  /** Keeps a finished call; resolves when the next may be made. What it throws stops the run. */
  readonly record: (trial: TrialRecord) => Promise<void>;
  readonly clock?: Clock | undefined;
  readonly policy?: RetryPolicy | undefined;
  readonly random?: (() => number) | undefined;
  /** Answers of earlier runs; without it everything is asked. */
  readonly cache?: TrialCache | undefined;
  /** The gate of the model's endpoint; without one the model has its own. */
  readonly gate?: EndpointGate | undefined;
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
  const gate = context.gate ?? ownGate(model, context);
  const queue = trials.values();
  const inner = new AbortController();
  const signal = AbortSignal.any([context.signal, inner.signal, gate.down]);
  let stop: Stop | undefined;
  const worker = async () => {
    for (const trial of queue) {
      if (signal.aborted) break;
      const reason = await runTrial(model, trial, { ...context, clock, gate, signal });
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
  if (context.signal.aborted) return abortedStop(model);
  return gate.down.aborted ? downStop(model, gate.down.reason as Streak) : stop;
}

interface TrialContext extends RunContext {
  readonly clock: Clock;
  readonly gate: EndpointGate;
}

function ownGate({ description, concurrency }: Model, context: RunContext): EndpointGate {
  const { clock = systemClock, random = Math.random, policy = defaultRetryPolicy } = context;
  const gates = makeGates([description], { clock, random, patienceMs: policy.patienceMs });
  return gates.gateOf(description, { start: concurrency, most: concurrency });
}

async function runTrial(
  model: Model,
  trial: PlannedTrial,
  context: TrialContext,
): Promise<Stop | undefined> {
  const { messages, fields, temperature, seed, maxTokens, ...key } = trial;
  const { signal, clock, cache, random = Math.random, policy = defaultRetryPolicy } = context;
  const request = {
    messages,
    temperature,
    seed,
    maxTokens,
    attempt: trial.attempt,
    ...(fields !== undefined && { fields }),
  };
  const visitor = { model: model.description.id, tokens: tokensOf(trial), signal };
  const pass = async (call: () => Promise<Outcome>) =>
    context.gate.pass(visitor, async () => pay(model, trial, { context, call }));
  const outcome =
    cache?.find(trial) ??
    (await callModel(model, request, { clock, random, policy, signal, pass }));
  if (outcome.status === "failed" && outcome.code === "aborted") return undefined;
  if (outcome.status === "failed" && outcome.code === "budget") return budgetStop(model);
  await context.record({ schemaVersion: 1, ...key, outcome, finishedAt: clock.date() });
  if (outcome.status === "completed") cache?.keep(trial, outcome);
  return hopelessStop(model, outcome, policy);
}

/** Makes a call only if the budget covers its highest cost, and books what it really cost. */
async function pay(
  { description: { price } }: Model,
  trial: PlannedTrial,
  { context, call }: { readonly context: RunContext; readonly call: () => Promise<Outcome> },
): Promise<Outcome> {
  const reserved = price === undefined ? 0 : highestCost(trial, price);
  if (!context.budget.reserve(reserved)) return outOfBudget;
  let spent = 0;
  try {
    const outcome = await call();
    spent = spentOn(outcome, price);
    return outcome;
  } finally {
    context.budget.settle(reserved, spent);
  }
}

const outOfBudget: Failed = {
  status: "failed",
  code: "budget",
  message: "Das Budget reicht für einen weiteren Aufruf nicht mehr.",
};

/** Tokens of question and longest answer, estimated. */
function tokensOf(trial: PlannedTrial): number {
  return estimateTokens(lengthOf(trial)) + trial.maxTokens;
}

function lengthOf({ messages }: PlannedTrial): number {
  return messages.reduce((sum, message) => sum + message.content.length, 0);
}

function highestCost(
  trial: PlannedTrial,
  price: NonNullable<Model["description"]["price"]>,
): number {
  return costOf(price, estimateTokens(lengthOf(trial)), trial.maxTokens);
}

function hopelessStop(model: Model, outcome: Outcome, policy: RetryPolicy): Stop | undefined {
  if (outcome.status === "completed") return undefined;
  if ((outcome.retryAfterMs ?? 0) > policy.patienceMs) return laterStop(model, outcome);
  if (!hopeless.has(outcome.code)) return undefined;
  const because = outcome.code === "authentication" ? "authentication" : "model-not-found";
  return { model: model.description.id, because, message: outcome.message };
}

/** The endpoint wants to be left alone for longer than anybody waits at a screen. */
function laterStop(model: Model, { retryAfterMs = 0 }: Failed): Stop {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  const message = `Der Endpunkt nimmt erst in ${minutes} Minuten wieder Anfragen an. Setzen Sie den Lauf dann mit --resume fort.`;
  return { model: model.description.id, because: "rate-limit", message };
}

function downStop(model: Model, { length, message }: Streak): Stop {
  const text = `Aufgehört nach ${length} gleichen Fehlern nacheinander: ${message} Setzen Sie den Lauf mit --resume fort, wenn das behoben ist.`;
  return { model: model.description.id, because: "endpoint-down", message: text };
}

function budgetStop(model: Model): Stop {
  return {
    model: model.description.id,
    because: "budget",
    message: outOfBudget.message,
  };
}

function abortedStop(model: Model): Stop {
  return { model: model.description.id, because: "aborted", message: "Abgebrochen." };
}
