import type { Manifest } from "../core/manifest.ts";
import type { RunComparison, RunDifference, RunPlace } from "../core/run-comparison.ts";
import { findChangedAnswers, type AnswerPair } from "./changed-answers.ts";
import { comparePairs } from "./compare-pairs.ts";
import { tidy } from "./estimate.ts";
import { measureRun, type MeasuredRun } from "./measured-run.ts";
import { allSuites } from "./method-texts.ts";
import { readVerdicts, type JudgedTrial } from "./read-verdicts.ts";
import { orderedCells } from "./row-order.ts";
import type { RunRecords } from "./run-records.ts";
import { findSharedCases, type SharedCases } from "./shared-cases.ts";
import { holm } from "./statistics/holm.ts";
import { mean } from "./statistics/quantile.ts";
import { weightedMean } from "./statistics/shares.ts";
import { weightsOf } from "./suite-weights.ts";

/**
 * Compares two runs, the same model under the same prompt before and after, on the cases whose
 * question and expectations are the same in both. Paired by case as inside a run: exact McNemar or
 * sign-flip test, bootstrap interval of the difference, Holm over all rows of the comparison. Pure
 * and deterministic; draws use the seed of the first run.
 */
export function compareRuns(before: RunRecords, after: RunRecords): RunComparison {
  const shared = findSharedCases(before, after);
  const [old, present] = [judged(before, shared), judged(after, shared)];
  const run = joinRuns(before, after, { old, present });
  const places = placesOf(run);
  const both = places.both.flatMap((place) => differencesOf(run, place));
  const pairs = pairAnswers(old, present);
  return {
    schemaVersion: 1,
    before: headOf(before.manifest),
    after: headOf(after.manifest),
    models: modelsOf(before.manifest, after.manifest),
    suites: shared.suites,
    onlyBefore: places.onlyBefore,
    onlyAfter: places.onlyAfter,
    differences: adjusted(both),
    ...findChangedAnswers(pairs, before, after),
  };
}

function judged(records: RunRecords, shared: SharedCases): JudgedTrial[] {
  return readVerdicts(records).filter((trial) => shared.has(trial));
}

/** Both runs as one, so that the machinery for pairs inside a run holds: models say which run. */
function joinRuns(
  before: RunRecords,
  after: RunRecords,
  {
    old,
    present,
  }: { readonly old: readonly JudgedTrial[]; readonly present: readonly JudgedTrial[] },
): MeasuredRun {
  const names = new Set(after.manifest.suites.map(({ name }) => name));
  const others = before.manifest.suites.filter(({ name }) => !names.has(name));
  const suites = [...after.manifest.suites, ...others];
  const trials = [...inRun(old, "before"), ...inRun(present, "after")];
  const manifest = { ...after.manifest, suites, seed: before.manifest.seed };
  return measureRun(manifest, trials, weightsOf(sharedRequirements(before, after)));
}

/** Weights count only where both runs were started with the same file. */
function sharedRequirements(before: RunRecords, after: RunRecords): RunRecords["requirements"] {
  const [old, present] = [before, after].map(({ manifest }) => manifest.requirements?.sha256);
  return old === present ? after.requirements : undefined;
}

type Side = "before" | "after";

function inRun(trials: readonly JudgedTrial[], side: Side): JudgedTrial[] {
  return trials.map((trial) => ({ ...trial, model: sideModel(trial.model, side) }));
}

function sideModel(model: string, side: Side): string {
  return `${side} ${model}`;
}

function withoutSide(model: string): string {
  return model.slice(model.indexOf(" ") + 1);
}

/** Model, prompt and input that both runs have, in the order of their rates, and the others. */
function placesOf(run: MeasuredRun): {
  readonly both: RunPlace[];
  readonly onlyBefore: RunPlace[];
  readonly onlyAfter: RunPlace[];
} {
  const models = [...new Set(run.cells.map(({ model }) => model))].toSorted();
  const cells = orderedCells(run.cells, { suites: [], models });
  const keys = (side: Side): Map<string, RunPlace> =>
    new Map(
      cells
        .filter(({ model }) => model.startsWith(`${side} `))
        .map(({ model, variant, input }) => {
          const place = { model: withoutSide(model), variant, input };
          return [JSON.stringify([place.model, variant, input]), place] as const;
        }),
    );
  const [old, present] = [keys("before"), keys("after")];
  return {
    both: [...old].filter(([key]) => present.has(key)).map(([, place]) => place),
    onlyBefore: [...old].filter(([key]) => !present.has(key)).map(([, place]) => place),
    onlyAfter: [...present].filter(([key]) => !old.has(key)).map(([, place]) => place),
  };
}

function differencesOf(run: MeasuredRun, place: RunPlace): RunDifference[] {
  const [a, b] = (["after", "before"] as const).map((side) => ({
    name: side,
    place: { ...place, model: sideModel(place.model, side) },
  }));
  if (a === undefined || b === undefined) return [];
  const rows = comparePairs(run, { kind: "model", a, b, within: [] }).map(
    ({ comparison }) => comparison,
  );
  const single = new Set(rows.map(({ suite }) => suite).filter((suite) => suite !== allSuites));
  const counted = [...single].filter((suite) => run.weighed.includes(suite));
  return rows.map((row) => {
    const suites = row.suite === allSuites ? counted : [row.suite];
    const values = suites.map((suite) => sharedMeans(run, suite, [a.place, b.place]));
    return {
      suite: row.suite,
      ...place,
      n: row.n,
      before: tidy(weightedMean(values.map(({ b: own, weight }) => ({ values: [own], weight })))),
      after: tidy(weightedMean(values.map(({ a: own, weight }) => ({ values: [own], weight })))),
      difference: row.difference,
      low: row.low,
      high: row.high,
      lost: row.bOnly,
      won: row.aOnly,
      p: row.p,
      pHolm: 1,
      distinguishable: false,
      // Graded again, the same answers can get other verdicts.
      byConstruction: row.byConstruction && row.aOnly === 0 && row.bOnly === 0,
      method: row.method,
    };
  });
}

/** Mean of both sides over the cases that both measured. */
function sharedMeans(run: MeasuredRun, suite: string, places: readonly [RunPlace, RunPlace]) {
  const [a, b] = places.map((place) => run.cell({ suite, ...place })?.cases ?? new Map());
  const ids = [...(a?.keys() ?? [])].filter((id) => b?.has(id) === true);
  const meanOf = (cases: typeof a): number => mean(ids.map((id) => cases?.get(id)?.value ?? 0));
  return { a: meanOf(a), b: meanOf(b), weight: run.weightOf(suite) };
}

function adjusted(rows: readonly RunDifference[]): RunDifference[] {
  const family = rows.filter(({ byConstruction }) => !byConstruction);
  const values = holm(family.map(({ p }) => p));
  return rows.map((row) => {
    const pHolm = values[family.indexOf(row)];
    if (pHolm === undefined) return row;
    const method = `${row.method}; Holm über alle ${family.length} Zeilen dieses Vergleichs`;
    return { ...row, pHolm, distinguishable: pHolm < 0.05, method };
  });
}

/** The same question to the same model before and after. */
function pairAnswers(old: readonly JudgedTrial[], present: readonly JudgedTrial[]): AnswerPair[] {
  const byKey = new Map(old.map((trial) => [keyOf(trial), trial]));
  return present.flatMap((after) => {
    const before = byKey.get(keyOf(after));
    return before === undefined ? [] : [{ before, after }];
  });
}

function keyOf({ suite, case: id, model, variant, input, attempt }: JudgedTrial): string {
  return JSON.stringify([suite, id, model, variant, input, attempt]);
}

function modelsOf(before: Manifest, after: Manifest): Manifest["models"] {
  const ids = new Set(after.models.map(({ id }) => id));
  return [...after.models, ...before.models.filter(({ id }) => !ids.has(id))];
}

function headOf({ runId, title, createdAt, profile }: Manifest): RunComparison["before"] {
  return { id: runId, title, createdAt, profile };
}
