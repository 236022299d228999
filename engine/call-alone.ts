import type { Model, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { callModel, defaultRetryPolicy } from "./call.ts";
import { systemClock } from "./clock.ts";

/** Asks a model outside of a run: tried again as in a run, but held back by no limit of an endpoint. */
export async function callAlone(
  model: Model,
  request: ModelRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  return callModel(model, request, {
    clock: systemClock,
    random: Math.random,
    policy: defaultRetryPolicy,
    pass: async (call) => call(),
    signal,
  });
}
