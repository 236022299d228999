import type { Clock } from "../clock.ts";

/** Wakes somebody at the earliest of the times it was asked for. */
export interface Ticker {
  readonly wakeIn: (ms: number) => void;
  readonly stop: () => void;
}

/** One sleep at a time; an earlier wish replaces a later one. */
export function makeTicker(clock: Clock, wake: () => void): Ticker {
  const controller = new AbortController();
  let due = Number.POSITIVE_INFINITY;
  return {
    wakeIn: (ms) => {
      const at = clock.now() + ms;
      if (at >= due || controller.signal.aborted) return;
      due = at;
      void clock.sleep(ms, controller.signal).then(() => {
        if (due === at) due = Number.POSITIVE_INFINITY;
        if (!controller.signal.aborted) wake();
      });
    },
    stop: () => controller.abort(),
  };
}
