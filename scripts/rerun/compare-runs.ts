import { join } from "node:path";
import { compareRuns } from "../../analysis/compare-runs.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import type { RunComparison } from "../../core/run-comparison.ts";
import { readRun } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { anonymiseComparisons } from "../../reports/anonymise-comparison.ts";
import { comparisonFile, renderComparison } from "../../reports/comparison.ts";
import type { Language } from "../../reports/language.ts";
import { wrongUse } from "../options.ts";
import { openOutput, openOutputFile, writeOutputFile } from "../output-folder.ts";
import { requirementsOfRun } from "../requirements.ts";
import { fromStart } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";

/**
 * Compares the first run with each of the others and writes `vergleich.html` and `vergleich.json`
 * into `out`, by default the folder of the last run; `anonymous` under names of their own, with the key
 * of the offers where it is asked for. Gives the path of the page.
 */
export async function writeComparison(
  folders: readonly string[],
  { out, anonymous, key, force, languages }: ComparisonOptions,
): Promise<string[]> {
  const paths = folders.map(fromStart);
  const [first, ...later] = paths;
  const last = later.at(-1);
  if (first === undefined || last === undefined) {
    throw wrongUse("--compare braucht mindestens zwei Ordner: erst den früheren Lauf.", "report");
  }
  if (new Set(paths).size < paths.length) {
    throw wrongUse("--compare nennt denselben Ordner zweimal.", "report");
  }
  const before = await readWithRequirements(first);
  const comparisons = [];
  for (const folder of later) {
    // oxlint-disable-next-line no-await-in-loop -- only one later run has to be in memory at a time
    comparisons.push(compareRuns(before, await readWithRequirements(folder)));
  }
  const target = out === undefined ? last : fromStart(out);
  // In the folder of a run the comparison is the program's own and may be made again.
  const pages = languages.map((language) => `${comparisonFile({ anonymous, language })}.html`);
  const files = [`${comparisonFile({ anonymous })}.json`, ...pages];
  openOutput(target, { files, force: force || out === undefined });
  if (key !== undefined) openOutputFile(fromStart(key), { force });
  const render = (shown: readonly RunComparison[]): string[] =>
    languages.flatMap((language) =>
      writeReportFiles(target, renderComparison(shown, { anonymous, language })),
    );
  return render(
    anonymous ? writeAnonymous(target, comparisons, key) : writeNamed(target, comparisons),
  );
}

interface ComparisonOptions {
  readonly out: string | undefined;
  readonly anonymous: boolean;
  /** One page in each of these; the path of the first comes first. */
  readonly languages: readonly Language[];
  /** Replaces files that are there already. */
  readonly force: boolean;
  /** Where the key of an anonymised comparison goes; without it nowhere. */
  readonly key: string | undefined;
}

/** Writes the comparisons for programs to read; gives what the page shows. */
function writeNamed(
  target: string,
  comparisons: readonly RunComparison[],
): readonly RunComparison[] {
  writeJson(join(target, "vergleich.json"), comparisons);
  return comparisons;
}

function writeAnonymous(
  target: string,
  comparisons: readonly RunComparison[],
  key: string | undefined,
): readonly RunComparison[] {
  const hidden = anonymiseComparisons(comparisons);
  if (key !== undefined) {
    const runs = comparisons.flatMap(({ before, after }) => [before.id, after.id]);
    const content = { schemaVersion: 1, runs: [...new Set(runs)], offers: hidden.key };
    writeJson(fromStart(key), content);
  }
  writeJson(join(target, "vergleich-anonym.json"), hidden.comparisons);
  return hidden.comparisons;
}

/** Whether it may be replaced was looked at before anything was written. */
function writeJson(path: string, content: unknown): void {
  writeOutputFile(path, `${JSON.stringify(content, null, 2)}\n`, { force: true });
}

/** Over all suites a comparison counts as the requirements of the runs say. */
async function readWithRequirements(folder: string): Promise<RunRecords> {
  const records = await readRun(folder);
  const requirements = requirementsOfRun(records.manifest, runFiles(folder).manifest);
  return { ...records, requirements };
}
