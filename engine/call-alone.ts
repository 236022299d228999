import type { Model, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { callModel, defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";
import { highestCost } from "./cost.ts";
import { payForCall, type Purse } from "./pay-for-call.ts";

/** What a call outside of a run keeps to. */
export interface CallAloneOptions {
  readonly signal?: AbortSignal | undefined;
  /** What it is paid from; without one it costs what it costs. */
  readonly budget?: Purse | undefined;
}

/** Asks a model outside of a run: tried again as in a run, but held back by no limit of an endpoint. */
export async function callAlone(
  model: Model,
  request: ModelRequest,
  { signal = new AbortController().signal, budget }: CallAloneOptions = {},
): Promise<Outcome> {
  const { price } = model.description;
  const highest = highestCost(request, price);
  return callModel(model, request, {
    clock: systemClock,
    random: Math.random,
    policy: defaultRetryPolicy,
    pass: async (call) =>
      budget === undefined ? call() : payForCall(call, { budget, price, highest, signal }),
    signal,
  });
}
