import type { Clock } from "../../engine/clock.ts";

/** A clock whose sleepers wake in order of time, as fast as the test can run. */
export interface Timeline extends Clock {
  /** Lets everything happen until nobody sleeps any more or `limit` milliseconds have gone by. */
  readonly run: (limit?: number) => Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time passes only in `run`, and only when nothing else is left to do. */
export function makeTimeline(): Timeline {
  let now = 0;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    date: () => new Date(now).toISOString(),
    sleep: async (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve };
        const stop = () => {
          sleepers.delete(sleeper);
          resolve();
        };
        if (signal.aborted) stop();
        else sleepers.add(sleeper);
        signal.addEventListener("abort", stop, { once: true });
      }),
    run: async (limit = Number.POSITIVE_INFINITY) => {
      const end = now + limit;
      for (;;) {
        await settle();
        const next = [...sleepers].toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        now = next.at;
        sleepers.delete(next);
        next.wake();
      }
      if (limit !== Number.POSITIVE_INFINITY) now = end;
    },
  };
}

/** Gives every promise that can go on the chance to do so. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
