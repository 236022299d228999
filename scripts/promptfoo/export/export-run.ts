import type { ExportedProvider, ExportedTest } from "../../../bridges/promptfoo/export/exported.ts";
import type { RunSuite } from "../../../core/manifest.ts";
import { suiteFileSchema, type Suite } from "../../../core/suite.ts";
import type { TrialRecord } from "../../../core/trial.ts";
import { UserError } from "../../../core/user-error.ts";
import type { GradingPlace } from "../../../engine/grade.ts";
import { caseHash } from "../../../engine/identity.ts";
import type { RunRecords } from "../../../engine/read-run.ts";
import { gradingPlace, loadSuites } from "../../load-suites.ts";
import { sourceFromKept } from "../../start-folder.ts";
import { gradersOfCase } from "./graders-of-case.ts";

/**
 * The suites of a run with the cases as they were asked. A run does not keep its prompts: they are those
 * the suite has today, where it is still there.
 */
export function suitesOfRun({ manifest, cases }: RunRecords): Suite[] {
  const present = presentSuites(manifest.suiteSources);
  return manifest.suites.map((suite) => ({
    ...suiteFileOf(suite),
    variants: present.get(suite.name)?.variants ?? {},
    prompts: present.get(suite.name)?.prompts ?? {},
    cases: cases.filter((line) => line.suite === suite.name).map((line) => line.case),
  }));
}

function suiteFileOf({ graders, hash: _hash, cases: _cases, ...suite }: RunSuite) {
  const { guard: _guard, ...own } = graders;
  const title = suite.title ?? suite.name;
  return suiteFileSchema.parse({ schemaVersion: 1, variants: {}, ...suite, title, graders: own });
}

function presentSuites(sources: readonly string[]): ReadonlyMap<string, Suite> {
  const found = sources.flatMap((source) => {
    try {
      return loadSuites([sourceFromKept(source)]);
    } catch (cause) {
      if (cause instanceof UserError) return [];
      throw cause;
    }
  });
  return new Map(found.map((suite) => [suite.name, suite]));
}

/**
 * The tests that replay a run: exactly its trials. promptfoo crosses the prompts and providers of a
 * test, so models that were asked in the same variants share one.
 */
export function testsOfRun(trials: Iterable<TrialRecord>, suites: readonly Suite[]) {
  const places = new Map(suites.map((suite) => [suite.name, gradingPlace(suite)]));
  const rows = Map.groupBy(trials, ({ suite, case: id, input, attempt }) =>
    JSON.stringify([suite, id, input, attempt]),
  );
  return rows
    .values()
    .flatMap((row) => testsOfRow(row, places))
    .toArray();
}

function testsOfRow(
  row: readonly TrialRecord[],
  places: ReadonlyMap<string, GradingPlace>,
): ExportedTest[] {
  const [first] = row;
  const place = places.get(first?.suite ?? "");
  const graded = place?.cases.get(first?.case ?? "");
  if (first === undefined || place === undefined || graded === undefined) return [];
  const variantsOf = Map.groupBy(row, ({ model }) => model);
  const alike = Map.groupBy(variantsOf, ([, own]) =>
    JSON.stringify(own.map(({ variant }) => variant).toSorted()),
  );
  return [...alike].map(([variants, models]) => ({
    suite: place.suite,
    graded,
    input: first.input,
    attempt: first.attempt,
    caseHash: caseHash(place.suite, graded),
    graders: gradersOfCase(place, graded),
    variants: JSON.parse(variants) as string[],
    providers: models.map(([model]) => model),
  }));
}

/** The models of a run, answering from its journal. */
export function providersOfRun({ manifest }: RunRecords, file: string): ExportedProvider[] {
  return manifest.models.map(({ id }) => ({
    id: `file://${file}`,
    label: id,
    config: { replays: id },
  }));
}
