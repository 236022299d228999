import { binomial } from "../statistics/mcnemar-power.ts";

/** How a critical case was asked. */
export interface CriticalAsking {
  /** Attempts of the baseline, all passed. */
  readonly before: number;
  /** Attempts of the candidate. */
  readonly after: number;
  /** Failures among these that turn it red. */
  readonly needed: number;
}

/**
 * P(a case that fails each attempt with probability `flip`, before as after, turns the gate red): all
 * attempts of the baseline pass and at least `needed` of the candidate fail.
 */
export function falseAlarm({ before, after, needed }: CriticalAsking, flip: number): number {
  let failing = 0;
  for (let k = needed; k <= after; k += 1) failing += binomial(k, after, flip);
  return (1 - flip) ** before * failing;
}

/** The largest {@link falseAlarm} over all flip rates. */
export function worstFalseAlarm(asking: CriticalAsking): number {
  // One hump: search by thirds.
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step += 1) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (falseAlarm(asking, a) < falseAlarm(asking, b)) low = a;
    else high = b;
  }
  return falseAlarm(asking, (low + high) / 2);
}

/** Bounds for the whole set by the union of its cases; see `criticalNoiseSchema`. */
export function criticalNoise(askings: readonly CriticalAsking[], budget: number) {
  const groups = [...Map.groupBy(askings, (one) => JSON.stringify(one)).values()];
  const sum = (of: (asking: CriticalAsking) => number): number =>
    Math.min(
      1,
      groups.reduce((total, same) => total + same.length * (same[0] ? of(same[0]) : 0), 0),
    );
  return {
    cases: askings.length,
    worst: sum(worstFalseAlarm),
    atTwoPercent: sum((asking) => falseAlarm(asking, 0.02)),
    tolerable: tolerableFlip((flip) => sum((asking) => falseAlarm(asking, flip)), budget),
  };
}

/** Largest rate up to which the sum stays within the budget; 1 when it always does. */
function tolerableFlip(alarmAt: (flip: number) => number, budget: number): number {
  const steps = 1000;
  for (let step = 1; step <= steps; step += 1) {
    if (alarmAt(step / steps) > budget) return (step - 1) / steps;
  }
  return 1;
}
