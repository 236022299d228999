/** Trials and milliseconds that decide the pace; what is older may stem from quicker times. */
const fewestTrials = 20;
const shortestSpan = 30_000;
/** Milliseconds that a sample stands for at least, so that a quick model does not fill the memory. */
const grain = 250;

/** Tells how fast one model's trials come. */
export interface ModelPace {
  readonly tick: (now: number) => void;
  /** Trials per millisecond; absent before the first one. */
  readonly perMs: () => number | undefined;
}

interface Sample {
  readonly at: number;
  readonly trials: number;
}

/** Measures from `start` on, over the latest trials; times in milliseconds of a monotonic clock. */
export function makeModelPace(start: number): ModelPace {
  const samples: Sample[] = [{ at: start, trials: 0 }];
  let latest: Sample = { at: start, trials: 0 };
  const isOldEnough = ({ at, trials }: Sample): boolean =>
    latest.trials - trials >= fewestTrials && latest.at - at >= shortestSpan;
  return {
    tick: (now) => {
      latest = { at: now, trials: latest.trials + 1 };
      const last = samples.at(-1);
      // What comes in one go is one sample, with all its trials.
      if (last === undefined || samples.length === 1 || now - last.at >= grain) {
        samples.push(latest);
      } else samples[samples.length - 1] = { at: last.at, trials: latest.trials };
      while (samples[1] !== undefined && isOldEnough(samples[1])) samples.shift();
    },
    perMs: () => {
      const first = samples[0] ?? latest;
      const span = latest.at - first.at;
      return latest.trials === 0 || span <= 0 ? undefined : (latest.trials - first.trials) / span;
    },
  };
}
