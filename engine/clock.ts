import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

/** Time as the engine sees it; a test puts a virtual one in its place. */
export interface Clock {
  /** Milliseconds from a monotonic clock; only differences mean anything. */
  readonly now: () => number;
  /** The time of day as ISO 8601. */
  readonly date: () => string;
  /** Resolves after `ms`, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date().toISOString(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, { signal });
    } catch (cause) {
      if (!signal.aborted) throw cause;
    }
  },
};
