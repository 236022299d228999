/** Finished trials whose times decide the pace; older ones may stem from a quicker model. */
const remembered = 20;

/** Counts trials and tells how fast the latest of them came. */
export interface Meter {
  readonly start: (total: number, done: number) => void;
  /** Counts a finished trial and gives how many are done. */
  readonly tick: () => number;
  /** As `tick`, for a trial that took no time: it says nothing about the pace. */
  readonly skip: () => number;
  readonly total: () => number;
  /** Forgets the pace so far: another model answers from now on. */
  readonly forget: () => void;
  /** Trials per minute and time left, in words; a dash while nothing is known. */
  readonly pace: () => { readonly rate: string; readonly left: string };
}

/** Makes a meter over a monotonic clock in milliseconds. */
export function makeMeter(now: () => number): Meter {
  let total = 0;
  let done = 0;
  let times: number[] = [];
  return {
    start: (all, already) => {
      total = all;
      done = already;
      times = [now()];
    },
    tick: () => {
      times = [...times, now()].slice(-remembered - 1);
      done += 1;
      return done;
    },
    skip: () => {
      done += 1;
      return done;
    },
    total: () => total,
    forget: () => {
      times = [now()];
    },
    pace: () => {
      const first = times[0] ?? 0;
      const span = (times.at(-1) ?? 0) - first;
      if (times.length < 2 || span <= 0) return { rate: "–", left: "–" };
      const perMs = (times.length - 1) / span;
      return {
        rate: (perMs * 60_000).toFixed(0),
        left: formatDuration((total - done) / perMs),
      };
    },
  };
}

/** `95 s` up to two minutes, else `7 min`. */
export function formatDuration(ms: number): string {
  if (ms < 120_000) return `${Math.ceil(ms / 1000)} s`;
  return `${Math.round(ms / 60_000)} min`;
}
