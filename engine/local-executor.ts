import type { Model } from "../core/model.ts";
import type { Failed, Outcome } from "../core/outcome.ts";
import type { Budget } from "./budget.ts";
import { callModel, defaultRetryPolicy, type RetryPolicy } from "./call.ts";
import { systemClock, type Clock } from "./clock.ts";
import { estimateTokens, highestCost, lengthOf } from "./cost.ts";
import type { EndpointGate } from "./endpoint/gate.ts";
import type { Streak } from "./endpoint/failure-streak.ts";
import { makeGates } from "./endpoint/gates.ts";
import type { Executor, GivenUp } from "./executor.ts";
import { payForCall } from "./pay-for-call.ts";
import type { PlannedTrial } from "./planned-trial.ts";

/** What the calls of a model on this machine have in common. */
export interface LocalContext {
  readonly budget: Budget;
  readonly clock?: Clock | undefined;
  readonly policy?: RetryPolicy | undefined;
  readonly random?: (() => number) | undefined;
  /** The gate of the model's endpoint; without one the model has its own. */
  readonly gate?: EndpointGate | undefined;
  /** Told of every attempt that failed and is made again. */
  readonly onRetry?: ((failure: Failed) => void) | undefined;
}

/** Makes trials in this process: money first, then the endpoint's gate, then the call, with retries. */
export function makeLocalExecutor(model: Model, context: LocalContext): Executor {
  const gate = context.gate ?? ownGate(model, context);
  return {
    concurrency: model.concurrency,
    execute: async (trial, signal) => execute(model, trial, { ...context, gate, signal }),
    givenUp: givenUpOf(gate.down),
    close: async () => model.close(),
  };
}

interface CallPlace extends LocalContext {
  readonly gate: EndpointGate;
  readonly signal: AbortSignal;
}

async function execute(model: Model, trial: PlannedTrial, place: CallPlace): Promise<Outcome> {
  const { messages, fields, temperature, seed, maxTokens, answerForm } = trial;
  const { clock = systemClock, random = Math.random, policy = defaultRetryPolicy, signal } = place;
  const request = {
    messages,
    temperature,
    seed,
    maxTokens,
    attempt: trial.attempt,
    ...(fields !== undefined && { fields }),
    ...(answerForm !== undefined && { answerForm }),
  };
  const { id, price } = model.description;
  const visitor = { model: id, tokens: estimateTokens(lengthOf(messages)) + maxTokens, signal };
  const payment = { budget: place.budget, price, highest: highestCost(request, price), signal };
  const pass = async (call: () => Promise<Outcome>) =>
    payForCall(call, payment, async (made) => place.gate.pass(visitor, made));
  const { onRetry } = place;
  return callModel(model, request, { clock, random, policy, signal, pass, onRetry });
}

function ownGate({ description, concurrency }: Model, context: LocalContext): EndpointGate {
  const { clock = systemClock, random = Math.random, policy = defaultRetryPolicy } = context;
  const gates = makeGates([description], { clock, random, patienceMs: policy.patienceMs });
  return gates.gateOf(description, { start: concurrency, most: concurrency });
}

/** The end of an endpoint, in words for a person. */
function givenUpOf(down: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const pass = (): void => controller.abort(describe(down.reason as Streak));
  if (down.aborted) pass();
  else down.addEventListener("abort", pass, { once: true });
  return controller.signal;
}

function describe({ length, message }: Streak): GivenUp {
  return {
    message: `Aufgehört nach ${length} gleichen Fehlern nacheinander: ${message} Setzen Sie den Lauf mit --resume fort, wenn das behoben ist.`,
  };
}
