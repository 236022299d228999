/** How many calls an endpoint takes at once, found out while it is used. */
export interface AdaptiveLimit {
  /** Calls that may be under way, a whole number of at least 1. */
  readonly limit: () => number;
  readonly onSuccess: (call: FinishedCall) => void;
  /** The endpoint said that it was asked too often (429). */
  readonly onRateLimit: (call: Pick<FinishedCall, "startedAt" | "finishedAt">) => void;
  /** The endpoint is in trouble: one call at a time until one succeeds. */
  readonly onTrouble: () => void;
}

/** A call that was answered. Times in milliseconds of a monotonic clock. */
export interface FinishedCall {
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Tokens of the answer; longer answers may take longer. */
  readonly outputTokens?: number | undefined;
  /** As many calls were under way as the limit allows. */
  readonly isSaturated: boolean;
}

export interface AdaptiveBounds {
  readonly start: number;
  readonly most: number;
}

/** Answers whose pace is looked at together. */
const windowSize = 12;
/** From this multiple of the best pace on, the endpoint is taken to be overloaded. */
const slowFactor = 2;
/** Tokens that stand for what a call costs whatever its length. */
const fixedTokens = 20;

/**
 * Additive increase, multiplicative decrease (Chiu and Jain 1989), with TCP's slow start: the limit
 * grows by one for every success until the first sign of too much, then by one for every full round
 * of successes. A 429 halves it, and so does an answer pace (time per token) that is twice the best
 * seen. Calls that were sent before the last cut say nothing about the limit after it.
 */
export function makeAdaptiveLimit(bounds: AdaptiveBounds): AdaptiveLimit {
  let limit = Math.min(bounds.start, bounds.most);
  let isSlowStart = true;
  let cutAt = Number.NEGATIVE_INFINITY;
  let best = Number.POSITIVE_INFINITY;
  let paces: number[] = [];
  const cut = (to: number, at: number): void => {
    limit = Math.max(1, to);
    isSlowStart = false;
    cutAt = at;
    paces = [];
  };
  const isTooSlow = (call: FinishedCall): boolean => {
    const tokens = (call.outputTokens ?? 0) + fixedTokens;
    paces.push((call.finishedAt - call.startedAt) / tokens);
    if (paces.length < windowSize) return false;
    const pace = median(paces);
    paces = [];
    const slow = pace > best * slowFactor;
    // The best pace fades, so that a lucky first window does not hold the limit down for ever.
    best = Math.min(best * 1.05, pace);
    return slow;
  };
  return {
    limit: () => Math.floor(limit),
    onSuccess: (call) => {
      if (call.startedAt < cutAt) return;
      if (isTooSlow(call)) cut(limit / 2, call.finishedAt);
      else if (call.isSaturated)
        limit = Math.min(bounds.most, limit + (isSlowStart ? 1 : 1 / limit));
    },
    onRateLimit: ({ startedAt, finishedAt }) => {
      if (startedAt >= cutAt) cut(limit / 2, finishedAt);
    },
    onTrouble: () => {
      limit = 1;
      isSlowStart = true;
      paces = [];
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
