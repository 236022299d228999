import type { Clock } from "../../engine/clock.ts";

/** A clock that only moves when somebody sleeps; remembers the pauses. */
export function virtualClock(): Clock & { readonly pauses: readonly number[] } {
  let now = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    date: () => new Date(now).toISOString(),
    sleep: (ms) => {
      pauses.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
