import type { Model, ModelRequest } from "../core/model.ts";
import type { Failed, FailureCode, Outcome } from "../core/outcome.ts";
import type { Clock } from "./clock.ts";

/** Codes that may go away by themselves. */
const passing: ReadonlySet<FailureCode> = new Set([
  "rate-limit",
  "overload",
  "network",
  "timeout",
  "malformed-answer",
]);

/** Codes after which further calls to the same model are pointless until a person acts. */
export const hopeless: ReadonlySet<FailureCode> = new Set(["authentication", "model-not-found"]);

export interface RetryPolicy {
  /** Calls at most, the first one included. 429 does not count. */
  readonly attempts: number;
  /** Rate-limit answers in a row after which the trial is given up. */
  readonly rateLimitAttempts: number;
  /** Upper bound of the first pause in milliseconds; doubles each time. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Longest wait an endpoint may ask for; beyond, the trial is given up. */
  readonly patienceMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 4,
  rateLimitAttempts: 20,
  firstPauseMs: 1000,
  longestPauseMs: 60_000,
  patienceMs: 600_000,
};

export interface CallContext {
  readonly clock: Clock;
  /** 0..1; spreads the pauses (full jitter). */
  readonly random: () => number;
  readonly policy: RetryPolicy;
  /** Makes the call when it is its turn at the endpoint. */
  readonly pass: (call: () => Promise<Outcome>) => Promise<Outcome>;
  readonly signal: AbortSignal;
  /** Told of every attempt that failed and is made again. */
  readonly onRetry?: ((failure: Failed) => void) | undefined;
}

/**
 * Asks a model, the only place that tries again: passing failures up to the policy's number, with
 * full jitter or as long as the endpoint said (Retry-After). Everything else is final.
 */
export async function callModel(
  model: Model,
  request: ModelRequest,
  context: CallContext,
): Promise<Outcome> {
  const { policy, signal } = context;
  let failures = 0;
  let rateLimits = 0;
  for (;;) {
    if (signal.aborted) return aborted;
    const outcome = await context.pass(async () => model.call(request, signal));
    if (outcome.status === "completed" || !passing.has(outcome.code)) return outcome;
    if (outcome.code === "rate-limit") rateLimits += 1;
    else failures += 1;
    if (failures >= policy.attempts || rateLimits >= policy.rateLimitAttempts) return outcome;
    if ((outcome.retryAfterMs ?? 0) > policy.patienceMs) return outcome;
    context.onRetry?.(outcome);
    const bound = Math.min(
      policy.longestPauseMs,
      policy.firstPauseMs * 2 ** (failures + rateLimits - 1),
    );
    // "At once" (0, or a date that is past) is no pause: it would only use up the attempts.
    const { retryAfterMs = 0 } = outcome;
    const pause = retryAfterMs > 0 ? retryAfterMs : context.random() * bound;
    await context.clock.sleep(pause, signal);
  }
}

const aborted: Outcome = {
  status: "failed",
  code: "aborted",
  message: "Der Lauf wurde abgebrochen.",
};
