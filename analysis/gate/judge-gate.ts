import type { GateFindings } from "../../core/findings-gate.ts";
import type { Quarantine } from "../../core/gate-quarantine.ts";
import { criticalNoise } from "./critical-noise.ts";
import { decideGate } from "./decide-gate.ts";
import { findChanges, pairAnswers } from "./find-changes.ts";
import { findFlaky } from "./find-flaky.ts";
import { criticalPart, gateRule, type RuleSettings } from "./gate-rule.ts";
import { keyOf, type GateCase, type GateSide } from "./gate-side.ts";
import { addPower, judgeCriteria, type CountedPlace } from "./judge-criteria.ts";
import { askingsOf, judgeCritical } from "./judge-critical.ts";
import { gateNotices } from "./notices.ts";
import { pairUnits } from "./pair-units.ts";
import { placeSides, type PlaceSides } from "./place-sides.ts";
import { choosePlaces, type PlaceChoice } from "./places.ts";
import { activeQuarantine, type ActiveQuarantine } from "./quarantine.ts";
import { sharedTestSet } from "./test-set.ts";

/** What a person asks of the gate. */
export interface GateOptions {
  readonly settings: RuleSettings;
  readonly choice: PlaceChoice;
  readonly quarantine: Quarantine;
  /** ISO day; decides which quarantine has expired. */
  readonly today: string;
}

/**
 * Has the candidate become worse than the baseline, beyond chance? Applies the rule of
 * docs/decisions/0041 as a whole. Pure and deterministic. Throws a `UserError` (wrong data) when the two
 * sides cannot be compared.
 */
export function judgeGate(
  baseline: GateSide,
  candidate: GateSide,
  options: GateOptions,
): GateFindings {
  const {
    sides,
    deciding,
    excused,
    judged,
    notices: told,
  } = applyRule(baseline, candidate, options);
  const criteria = addPower(judged.criteria, judged.rule);
  const findings = {
    schemaVersion: 1 as const,
    ...decideGate(criteria, judged.critical, judged.rule),
    ...judged,
    criteria,
    baseline: baseline.head,
    candidate: candidate.head,
    flaky: sides.flatMap(({ before, after }) => [
      ...findFlaky(before, "baseline"),
      ...findFlaky(after, "candidate"),
    ]),
    quarantined: [...excused.entries],
    ...countAnswers(sides),
    ...findChanges(
      deciding.flatMap(({ before, after }) => pairAnswers(before, after)),
      casesOf(candidate),
    ),
  };
  const notices = [...told, ...gateNotices(findings, { baseline, candidate, sides })];
  return { ...findings, notices };
}

type Judged = Pick<GateFindings, "rule" | "criteria" | "critical" | "criticalNoise" | "missing">;

/** A comparison with its rows judged, before anything is worded or added. */
export interface Applied {
  readonly judged: Judged;
  readonly sides: readonly PlaceSides[];
  /** Without what is in quarantine. */
  readonly deciding: readonly PlaceSides[];
  readonly excused: ActiveQuarantine;
  readonly notices: readonly string[];
}

/** Pairs both sides and judges every row: the whole rule but for its last sentence, `decideGate`. */
export function applyRule(
  baseline: GateSide,
  candidate: GateSide,
  { settings, choice, quarantine, today }: GateOptions,
): Applied {
  const shared = sharedTestSet(baseline, candidate);
  const places = choosePlaces(baseline, candidate, choice);
  const excused = activeQuarantine(quarantine, { baseline, candidate }, today);
  const sides = placeSides({ baseline, candidate }, places.pairs, shared.suites);
  const deciding = sides.map((one) => ({
    ...one,
    before: one.before.filter((trial) => !excused.has(trial)),
    after: one.after.filter((trial) => !excused.has(trial)),
  }));
  const notices = [...shared.notices, ...places.notices, ...excused.notices];
  return { judged: judgeSides(deciding, settings), sides, deciding, excused, notices };
}

/** The rule on the trials that decide. */
function judgeSides(sides: readonly PlaceSides[], settings: RuleSettings): Judged {
  const counted = sides.map(({ suite, title, place, before, after }): CountedPlace => ({
    suite,
    title,
    place,
    units: pairUnits(before, after),
  }));
  const critical = sides
    .filter(({ place }) => place.deciding)
    .flatMap(({ before, after, criticalCases }) => judgeCritical(before, after, criticalCases));
  const askings = askingsOf(critical);
  const rule = gateRule(settings, askings.length > 0);
  const criteria = judgeCriteria(counted, rule);
  return {
    rule,
    criteria,
    critical,
    criticalNoise: criticalNoise(askings, criticalPart),
    missing: counted.flatMap(missingAt),
  };
}

function missingAt({ suite, place, units }: CountedPlace): GateFindings["missing"] {
  return units.missing.map(({ id, side, because }) => ({
    suite,
    ...place.after,
    case: id,
    side,
    because,
  }));
}

function countAnswers(
  sides: readonly PlaceSides[],
): Pick<GateFindings, "answers" | "cachedAnswers"> {
  const answers = sides.flatMap(({ after }) => after.filter(({ result }) => result !== "missing"));
  return {
    answers: answers.length,
    cachedAnswers: answers.filter(({ cached }) => cached).length,
  };
}

function casesOf({ suites }: GateSide): Map<string, GateCase> {
  return new Map(
    suites.flatMap(({ name, cases }) => cases.map((one) => [keyOf(name, one.id), one] as const)),
  );
}
