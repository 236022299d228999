import type { Clock } from "./clock.ts";

/** Waits until a further request may be sent. */
export type TakeTurn = (signal: AbortSignal) => Promise<void>;

const minute = 60_000;

/**
 * Keeps the requests of one endpoint under a number per minute by spacing them evenly; without a
 * number nobody waits.
 */
export function limitRate(requestsPerMinute: number | undefined, clock: Clock): TakeTurn {
  if (requestsPerMinute === undefined) return () => Promise.resolve();
  const gap = minute / requestsPerMinute;
  let next = clock.now();
  return async (signal) => {
    const turn = Math.max(next, clock.now());
    next = turn + gap;
    const delay = turn - clock.now();
    if (delay > 0) await clock.sleep(delay, signal);
  };
}
