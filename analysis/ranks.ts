import type { Comparison, Rate } from "../core/findings.ts";
import type { RankedModel, RankTable } from "../core/findings-ranks.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant } from "../core/suite.ts";
import { compareTexts } from "./compare-texts.ts";
import { tidy } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { allSuites, rankText } from "./method-texts.ts";
import { jointMeans, shareFirst, type JointSample } from "./statistics/joint-resample.ts";

/** What ranks are made of. */
export interface RankParts {
  readonly models: readonly ModelDescription[];
  readonly rates: readonly Rate[];
  readonly comparisons: readonly Comparison[];
}

/**
 * Rank tables of the models (without baselines) under each variant on the main input, over all
 * suites and in each. The best rank of a model is 1 + the models that are distinguishably better, its
 * worst the number of models − those distinguishably worse; two that cannot be told apart always
 * share a rank. Beside it the probability of rank 1: how often the model is first when the cases
 * that all models have are drawn anew, together for all models.
 */
export function findRanks(run: MeasuredRun, parts: RankParts): RankTable[] {
  const ids = new Set(parts.models.filter(({ kind }) => kind !== "baseline").map(({ id }) => id));
  const variants = run.variants.filter((variant) => variant !== noVariant);
  const input = run.mainInput;
  return variants.flatMap((variant) =>
    [allSuites, ...run.suites].flatMap((suite) => {
      const rates = parts.rates.filter(
        (rate) =>
          rate.suite === suite &&
          rate.variant === variant &&
          rate.input === input &&
          ids.has(rate.model),
      );
      if (rates.length < 2 || (suite === allSuites && run.weighed.length === 1)) return [];
      const place = { suite, variant, input };
      return [tableOf(run, place, { ...parts, rates })];
    }),
  );
}

type Place = Pick<RankTable, "suite" | "variant" | "input">;

function tableOf(run: MeasuredRun, place: Place, { rates, comparisons }: RankParts): RankTable {
  const names = rates.map(({ model }) => model);
  const apart = comparisons.filter(
    ({ kind, suite, within, distinguishable }) =>
      kind === "model" &&
      suite === place.suite &&
      within.includes(place.variant) &&
      within.includes(place.input) &&
      distinguishable,
  );
  const ranges = rankRanges(names, apart);
  const samples = commonCases(run, place, names);
  const { seed, draws } = run.resampler;
  const first = samples === undefined ? [] : shareFirst(jointMeans(samples, { seed, draws }));
  const models = rates.map(({ model, value, low, high, n }, at): RankedModel => {
    const { best, worst } = ranges.get(model) ?? { best: 1, worst: names.length };
    const share = first[at];
    const probability = share === undefined ? {} : { first: tidy(share) };
    return { model, value, low, high, n, best, worst, ...probability };
  });
  return {
    ...place,
    models: models.toSorted(
      (a, b) => a.best - b.best || a.worst - b.worst || compareTexts(a.model, b.model),
    ),
    common: (samples ?? []).reduce((sum, { rows }) => sum + (rows[0]?.length ?? 0), 0),
    method: rankText(draws, seed),
  };
}

/** Who is distinguishably better than whom. */
type Verdict = Pick<Comparison, "a" | "b" | "difference">;

/** Best and worst rank of each name. */
export function rankRanges(
  names: readonly string[],
  apart: readonly Verdict[],
): Map<string, { best: number; worst: number }> {
  const beats = (a: string, b: string): boolean =>
    apart.some(
      (row) =>
        (row.a === a && row.b === b && row.difference > 0) ||
        (row.a === b && row.b === a && row.difference < 0),
    );
  const ranges = new Map(
    names.map((name) => {
      const best = 1 + names.filter((other) => beats(other, name)).length;
      const worst = names.length - names.filter((other) => beats(name, other)).length;
      return [name, { best, worst: Math.max(best, worst) }];
    }),
  );
  // Three that beat each other in turn, or unlike sets of cases, can tear two apart that were not told apart.
  for (const a of names) {
    for (const b of names) {
      const [high, low] = [ranges.get(a), ranges.get(b)];
      if (high === undefined || low === undefined || beats(a, b)) continue;
      if (high.worst < low.best) high.worst = low.best;
    }
  }
  return ranges;
}

/** One sample per suite of the cases all models have; `undefined` where a suite has none. */
function commonCases(
  run: MeasuredRun,
  { suite: name, variant, input }: Place,
  models: readonly string[],
): JointSample[] | undefined {
  const suites = name === allSuites ? run.weighed : [name];
  const samples = suites.flatMap((suite): JointSample[] => {
    const cells = models.flatMap((model) => run.cell({ suite, model, variant, input }) ?? []);
    const [one] = cells;
    if (one === undefined || cells.length < models.length) return [];
    const cases = [...one.cases.keys()].filter((id) => cells.every((cell) => cell.cases.has(id)));
    const rows = cells.map((cell) => cases.map((id) => cell.cases.get(id)?.value ?? 0));
    return cases.length === 0
      ? []
      : [{ stream: run.streamOf(suite), weight: run.weightOf(suite), rows }];
  });
  return samples.length === suites.length ? samples : undefined;
}
