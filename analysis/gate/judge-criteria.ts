import type { GateCriterion, GateRule } from "../../core/findings-gate.ts";
import { tidy } from "../estimate.ts";
import { holm } from "../statistics/holm.ts";
import { mcnemarLossP } from "../statistics/mcnemar.ts";
import type { McnemarTest } from "../statistics/mcnemar-power.ts";
import { tangoInterval } from "../statistics/tango-interval.ts";
import { casesForDrop, detectableDrop } from "./binary-test.ts";
import type { PairedUnits } from "./pair-units.ts";
import type { PlacePair } from "./places.ts";

/** A suite under one pair of places, its cases paired. */
export interface CountedPlace {
  readonly suite: string;
  readonly title: string;
  readonly place: PlacePair;
  readonly units: PairedUnits;
}

/**
 * Judges the criteria: one per suite, model, prompt and input that decides, Holm over these. A row that
 * does not decide is tested alone.
 */
export function judgeCriteria(counted: readonly CountedPlace[], rule: GateRule): GateCriterion[] {
  const rows = counted.map(countRow);
  const family = rows.filter(({ deciding, p }) => deciding && p !== undefined);
  const adjusted = holm(family.map(({ p = 1 }) => p));
  return rows.map((row) => {
    const at = family.indexOf(row);
    const judged = at < 0 ? row : { ...row, pHolm: adjusted[at] ?? 1 };
    return { ...judged, status: statusOf(judged, rule) };
  });
}

/** Adds what each number of cases can show, and how many it would take. Changes no decision. */
export function addPower(criteria: readonly GateCriterion[], rule: GateRule): GateCriterion[] {
  const tests = criteria.filter(({ pHolm }) => pHolm !== undefined).length;
  return criteria.map((row) => withPower(row, rule, row.pHolm === undefined ? 1 : tests));
}

type Row = Omit<GateCriterion, "status">;

function countRow({ suite, title, place, units }: CountedPlace): Row {
  const { pairs, missing } = units;
  const { before, after, deciding } = place;
  const of = (was: boolean, is: boolean) =>
    pairs.filter((pair) => pair.before === was && pair.after === is);
  const [lost, won] = [of(true, false).length, of(false, true).length];
  const n = pairs.length;
  const both = of(true, true).length;
  const row = {
    suite,
    title,
    ...after,
    baselineModel: before.model,
    baselineVariant: before.variant,
    deciding,
    n,
    passedBefore: both + lost,
    passedAfter: both + won,
    lost,
    won,
    failedBoth: of(false, false).map(({ id }) => id),
    missing: missing.length,
    cases: n + missing.length,
  };
  if (n === 0) return row;
  const { low, high } = tangoInterval([lost, won], n);
  return {
    ...row,
    drop: tidy((lost - won) / n),
    low: tidy(low),
    high: tidy(high),
    p: mcnemarLossP(lost, won),
  };
}

function statusOf(row: Row, rule: GateRule): GateCriterion["status"] {
  const { n, missing, cases, drop = 0, high = 1, p = 1, pHolm = p } = row;
  if (n === 0 || missing > rule.maxMissing * cases + 1e-9) return "not-measured";
  if (pHolm < rule.criteriaAlpha && drop > rule.maxDrop + 1e-9) return "worse";
  return high < rule.maxDrop ? "held" : "too-few";
}

function withPower(row: GateCriterion, rule: GateRule, tests: number): GateCriterion {
  const test: McnemarTest = { alpha: rule.criteriaAlpha / tests, sides: 1 };
  const detectable = detectableDrop(row, test, rule.maxDrop);
  const casesNeeded = row.status === "too-few" ? needed(row, rule, test) : undefined;
  return {
    ...row,
    ...(detectable !== undefined && { detectable: tidy(detectable) }),
    ...(casesNeeded !== undefined && { casesNeeded }),
  };
}

/**
 * Cases to tell: where the drop is above δ, those with which it would be significant; else those with
 * which a drop of δ could be ruled out, for which a two-sided 5 % test of the distance asks.
 */
function needed(row: GateCriterion, rule: GateRule, test: McnemarTest): number | undefined {
  const { drop = 0, n } = row;
  const cases =
    drop > rule.maxDrop
      ? casesForDrop(row, drop, test)
      : casesForDrop(row, rule.maxDrop - drop, { alpha: 0.05, sides: 2 });
  return cases === undefined ? undefined : Math.max(n + 1, cases);
}
