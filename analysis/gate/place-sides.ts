import type { GateSide, GateTrial } from "./gate-side.ts";
import { isAt, type PlacePair } from "./places.ts";

/** The trials of one suite at one pair of places. */
export interface PlaceSides {
  readonly suite: string;
  readonly title: string;
  readonly place: PlacePair;
  readonly before: readonly GateTrial[];
  readonly after: readonly GateTrial[];
  readonly criticalCases: ReadonlySet<string>;
}

interface Sides {
  readonly baseline: GateSide;
  readonly candidate: GateSide;
}

/**
 * Every suite at every pair of places. A suite that the baseline has there and the candidate was not
 * asked about stays in, so that it is missing and not forgotten.
 */
export function placeSides(
  sides: Sides,
  places: readonly PlacePair[],
  suites: readonly string[],
): PlaceSides[] {
  return places.flatMap((place) => suites.flatMap((suite) => sidesAt(sides, place, suite)));
}

function sidesAt({ baseline, candidate }: Sides, place: PlacePair, suite: string): PlaceSides[] {
  const before = baseline.trials.filter(
    (trial) => trial.suite === suite && isAt(place.before, trial),
  );
  if (before.length === 0) return [];
  const after = candidate.trials.filter(
    (trial) => trial.suite === suite && isAt(place.after, trial),
  );
  const known = candidate.suites.find(({ name }) => name === suite);
  const critical = known?.cases.filter((one) => one.critical).map(({ id }) => id);
  const title = known?.title ?? suite;
  return [{ suite, title, place, before, after, criticalCases: new Set(critical) }];
}
