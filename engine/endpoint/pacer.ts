import type { Clock } from "../clock.ts";

const minute = 60_000;

/** Spreads an amount per minute evenly over time: requests, or tokens. */
export interface Pacer {
  /** Milliseconds until a further amount may be taken; 0 for now. */
  readonly delay: () => number;
  readonly take: (amount: number) => void;
  /** Gives back what was taken too much, or takes what was too little. */
  readonly correct: (difference: number) => void;
}

/**
 * Paces by even spacing: after an amount is taken, the next one has to wait until the endpoint has
 * earned it. Without a number per minute nobody waits.
 */
export function makePacer(perMinute: number | undefined, clock: Pick<Clock, "now">): Pacer {
  if (perMinute === undefined) {
    return { delay: () => 0, take: () => undefined, correct: () => undefined };
  }
  const perUnit = minute / perMinute;
  let next = clock.now();
  return {
    delay: () => Math.max(0, next - clock.now()),
    take: (amount) => {
      next = Math.max(next, clock.now()) + amount * perUnit;
    },
    correct: (difference) => {
      next += difference * perUnit;
    },
  };
}
