import type { Findings } from "../core/findings.ts";
import type { Requirements } from "../core/requirements.ts";
import { tidy } from "./estimate.ts";

/** What a suite counts in a mean over suites, relative to the others. */
export type WeightOf = (suite: string) => number;

/** Without requirements every suite counts the same. */
export function equalWeight(): number {
  return 1;
}

/**
 * Weights of the suites for rows over all suites (design: section 8): a criterion gives its weight in
 * equal parts to its suites, as its points do; a suite of several criteria gets the sum. A suite that
 * earns no points, because only exclusion criteria look at it, counts 0: it is judged by its bound.
 */
export function weightsOf(requirements: Requirements | undefined): WeightOf {
  if (requirements === undefined) return equalWeight;
  const weights = new Map<string, number>();
  for (const { suites, weight } of requirements.criteria) {
    const names = [...new Set(suites)];
    for (const suite of names) {
      weights.set(suite, (weights.get(suite) ?? 0) + weight / names.length);
    }
  }
  return (suite) => weights.get(suite) ?? 0;
}

/** What each suite with trials counts in rows over all suites; together 1. */
export function sharesOfSuites(run: {
  readonly suites: readonly string[];
  readonly weightOf: WeightOf;
}): NonNullable<Findings["suiteWeights"]> {
  const total = run.suites.reduce((sum, suite) => sum + run.weightOf(suite), 0);
  return run.suites.map((suite) => ({
    suite,
    share: total === 0 ? 0 : tidy(run.weightOf(suite) / total),
  }));
}
