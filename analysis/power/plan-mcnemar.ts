import {
  casesForMcnemar,
  mcnemarPower,
  type Discordance,
  type McnemarTest,
} from "../statistics/mcnemar-power.ts";

/** How much two models pass and fail the same cases. */
export const agreements = ["independent", "medium", "same-cases"] as const;
export type Agreement = (typeof agreements)[number];

/** What two models are taken to do. */
export interface PairAssumption {
  /** Pass rate of the weaker, 0..1. */
  readonly rate: number;
  /** By how much the other is better, 0..1 − rate. */
  readonly difference: number;
  readonly agreement: Agreement;
}

/** More cases than anybody will write; beyond it a plan says „mehr als“. */
export const mostCases = 100_000;

/**
 * How often only one of the two passes a case. Independent of each other they differ most often, which
 * asks for the most cases; at `same-cases` the better one passes whatever the other passes; `medium` is
 * half way between.
 */
export function discordanceOf({ rate, difference, agreement }: PairAssumption): Discordance {
  const better = rate + difference;
  const independent = rate * (1 - better);
  const share = { independent: 1, medium: 0.5, "same-cases": 0 }[agreement];
  return { onlyA: difference + independent * share, onlyB: independent * share };
}

/** What a plan asks for. */
export interface PlanGoal {
  readonly power: number;
  /** Default: two-sided, 5 %. */
  readonly test?: McnemarTest | undefined;
}

/** Cases for the exact McNemar test; `undefined` beyond {@link mostCases}. */
export function planCases(assumption: PairAssumption, goal: PlanGoal): number | undefined {
  const { power, test } = goal;
  return casesForMcnemar(discordanceOf(assumption), {
    power,
    most: mostCases,
    ...(test !== undefined && { test }),
  });
}

/** Smallest difference that `cases` show with `power`; `undefined` if not even the largest possible. */
export function planDifference(
  cases: number,
  { rate, agreement }: Omit<PairAssumption, "difference">,
  { power, test }: PlanGoal,
): number | undefined {
  const reaches = (difference: number): boolean =>
    mcnemarPower(cases, discordanceOf({ rate, difference, agreement }), test) >= power;
  if (!reaches(1 - rate)) return undefined;
  let [low, high] = [0, 1 - rate];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
