import type { Scenario, Sensitivity } from "../core/findings-sensitivity.ts";
import { tidy } from "./estimate.ts";

/** Rates of models by suite. */
export type RateTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One assumption about what counts and how much. */
export interface Assumption {
  readonly kind: Scenario["kind"];
  /** German. */
  readonly name: string;
  readonly table: RateTable;
  /** Weight of each suite that counts. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Gives every model its value under an assumption; a model without one is left out. */
export type Valuation = (assumption: Assumption) => ReadonlyMap<string, number>;

/**
 * Whether a recommendation stands: ranks the models under the first assumption (the base) and under
 * each of the others, and says where another model comes first. Any way of giving models a value can
 * be tested, the weighted mean of rates or an award formula. `undefined` when the base ranks nobody.
 * Assumptions that rank nobody are left out.
 */
export function testSensitivity(
  assumptions: readonly Assumption[],
  valuation: Valuation,
): Pick<Sensitivity, "leaders" | "scenarios" | "stands"> | undefined {
  const rows = assumptions.map((assumption) => ({
    assumption,
    ranking: rank(valuation(assumption)),
  }));
  const [base] = rows;
  if (base === undefined || base.ranking.length === 0) return undefined;
  const leaders = leadersOf(base.ranking);
  const scenarios = rows
    .filter(({ ranking }) => ranking.length > 0)
    .map(({ assumption: { kind, name }, ranking }): Scenario => {
      const [first, second] = ranking;
      const lead = first && second ? { lead: tidy(first.value - second.value) } : {};
      const stands = leadersOf(ranking).some((model) => leaders.includes(model));
      return { kind, name, ranking, ...lead, stands };
    });
  return { leaders, scenarios, stands: scenarios.every(({ stands }) => stands) };
}

/** Weighted mean of a model's rates; only for models that have all suites with a weight. */
export function weightedMeans({ table, weights }: Assumption): ReadonlyMap<string, number> {
  const suites = [...weights].filter(([, weight]) => weight > 0);
  const total = suites.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(
    [...table].flatMap(([model, rates]) => {
      if (total === 0 || suites.some(([suite]) => !rates.has(suite))) return [];
      const sum = suites.reduce(
        (part, [suite, weight]) => part + weight * (rates.get(suite) ?? 0),
        0,
      );
      return [[model, sum / total] as const];
    }),
  );
}

type Ranking = Scenario["ranking"];

function rank(values: ReadonlyMap<string, number>): Ranking {
  return [...values]
    .map(([model, value]) => ({ model, value: tidy(value) }))
    .toSorted((a, b) => b.value - a.value || (a.model < b.model ? -1 : 1));
}

function leadersOf(ranking: Ranking): string[] {
  const top = ranking[0]?.value ?? 0;
  return ranking.filter(({ value }) => value >= top - 1e-9).map(({ model }) => model);
}
