import type { ItemAnalysis } from "../core/findings-items.ts";
import type { Sensitivity } from "../core/findings-sensitivity.ts";
import type { ModelDescription } from "../core/model.ts";
import { trainedVariant, variantGroup } from "../core/suite.ts";
import { groupCells, type Cell, type MeasuredRun } from "./measured-run.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import { mean } from "./statistics/quantile.ts";
import { hasBand, moveBand } from "./target-band.ts";
import {
  testSensitivity,
  weightedMeans,
  type Assumption,
  type RateTable,
} from "./test-sensitivity.ts";

const method =
  "Empfehlung: höchste mittlere Quote mit geschultem Prompt; Reihenfolge der Punktwerte, ohne Rücksicht auf Unterscheidbarkeit. Zweifelhafte Fälle sind daran erkannt, dass starke Modelle an ihnen scheitern; sie wegzulassen begünstigt starke Modelle.";

/** What sensitivity is tested with. */
export interface SensitivityParts {
  readonly models: readonly ModelDescription[];
  readonly items: ItemAnalysis;
}

/**
 * Does the model with the highest mean rate stay first when a suite is left out, counts double, all
 * suites count by their number of cases, disputed cases are left out (doubtful ones, and those that no
 * native speaker has read), or the target band of readability is a notch narrower or wider? Absent
 * with fewer than two models that have all suites.
 */
export function findSensitivity(
  run: MeasuredRun,
  { models, items }: SensitivityParts,
): Sensitivity | undefined {
  const ids = new Set(models.filter(({ kind }) => kind !== "baseline").map(({ id }) => id));
  const variant = run.variants.includes(trainedVariant) ? trainedVariant : (run.variants[0] ?? "");
  const trials = run.trials.filter(
    (trial) =>
      ids.has(trial.model) &&
      trial.input === run.mainInput &&
      variantGroup(trial.variant) === variant,
  );
  const table = tableOf(trials);
  const complete = [...table.values()].filter((rates) =>
    run.weighed.every((suite) => rates.has(suite)),
  );
  if (complete.length < 2) return undefined;
  const found = testSensitivity(
    [
      { kind: "base", name: baseName(run), table, weights: weigh(run, run.weighed) },
      ...otherWeights(run, table),
      ...withoutDisputed(run, trials, items),
      ...otherBands(run, trials),
    ],
    weightedMeans,
  );
  return found === undefined ? undefined : { variant, ...found, method };
}

function otherWeights(run: MeasuredRun, table: RateTable): Assumption[] {
  const suites = run.weighed;
  if (suites.length < 2) return [];
  const sizes = suites.map(
    (suite) =>
      [
        suite,
        Math.max(...run.cells.map((cell) => (cell.suite === suite ? cell.cases.size : 0))),
      ] as const,
  );
  return [
    ...suites.map((left): Assumption => ({
      kind: "without-suite",
      name: `ohne Suite ${left}`,
      table,
      weights: weigh(
        run,
        suites.filter((suite) => suite !== left),
      ),
    })),
    ...suites.map((heavy): Assumption => ({
      kind: "weights",
      name: `Suite ${heavy} doppelt gewichtet`,
      table,
      weights: new Map(
        suites.map((suite) => [suite, run.weightOf(suite) * (suite === heavy ? 2 : 1)]),
      ),
    })),
    {
      kind: "weights",
      name: "Suiten nach Zahl der Fälle gewichtet",
      table,
      weights: new Map(sizes),
    },
    ...(isEqual(run)
      ? []
      : [{ kind: "weights" as const, name: equalName, table, weights: equal(run.suites) }]),
  ];
}

function withoutDisputed(
  run: MeasuredRun,
  trials: readonly JudgedTrial[],
  items: ItemAnalysis,
): Assumption[] {
  const disputed = new Set([
    ...items.rows
      .filter(({ flag }) => flag === "doubtful")
      .map((row) => place(row.suite, row.case)),
    ...run.manifest.suites.flatMap(({ name, cases }) =>
      cases.filter(({ nativeChecked }) => nativeChecked === false).map(({ id }) => place(name, id)),
    ),
  ]);
  const left = trials.filter((trial) => !disputed.has(place(trial.suite, trial.case)));
  if (left.length === trials.length) return [];
  const table = tableOf(left);
  const suites = run.weighed.filter((suite) => left.some((trial) => trial.suite === suite));
  const name = `ohne ${disputed.size} strittige Fälle`;
  return [{ kind: "without-disputed", name, table, weights: weigh(run, suites) }];
}

function place(suite: string, id: string): string {
  return JSON.stringify([suite, id]);
}

function otherBands(run: MeasuredRun, trials: readonly JudgedTrial[]): Assumption[] {
  const banded = new Map(
    run.manifest.suites.filter((suite) => hasBand(suite)).map((suite) => [suite.name, suite]),
  );
  if (!trials.some(({ suite }) => banded.has(suite))) return [];
  return [-1, 1].map((notches) => {
    const moved = trials.map((trial) => {
      const suite = banded.get(trial.suite);
      return suite === undefined ? trial : moveBand(trial, suite, notches);
    });
    const name = `Zielband der Lesbarkeit eine Stufe ${notches < 0 ? "enger" : "weiter"}`;
    return { kind: "target-band", name, table: tableOf(moved), weights: weigh(run, run.weighed) };
  });
}

function tableOf(trials: readonly JudgedTrial[]): RateTable {
  const cells = groupCells(trials, variantGroup).filter(({ cases }) => cases.size > 0);
  const byModel = Map.groupBy(cells, ({ model }) => model);
  return new Map([...byModel].map(([model, own]) => [model, new Map(own.map(rateOf))]));
}

function rateOf({ suite, cases }: Cell): [string, number] {
  return [suite, mean([...cases.values()].map(({ value }) => value))];
}

const equalName = "alle Suiten, gleich gewichtet";

function baseName(run: MeasuredRun): string {
  return isEqual(run) ? equalName : "alle Suiten, nach den Gewichten der Anforderungen";
}

function isEqual({ suites, weightOf }: MeasuredRun): boolean {
  const [first] = suites;
  return suites.every((suite) => Math.abs(weightOf(suite) - weightOf(first ?? suite)) < 1e-9);
}

function weigh(run: MeasuredRun, suites: readonly string[]): ReadonlyMap<string, number> {
  return new Map(suites.map((suite) => [suite, run.weightOf(suite)]));
}

function equal(suites: readonly string[]): ReadonlyMap<string, number> {
  return new Map(suites.map((suite) => [suite, 1]));
}
