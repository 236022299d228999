import { join } from "node:path";
import { compareRuns } from "../../analysis/compare-runs.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import { readRun } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { renderComparison } from "../../reports/comparison.ts";
import { wrongUse } from "../options.ts";
import { openOutput } from "../output-folder.ts";
import { requirementsOfRun } from "../requirements.ts";
import { fromStart } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";

/**
 * Compares the first run with each of the others and writes `vergleich.html` and `vergleich.json`
 * into `out`, by default the folder of the last run. Gives the path of the page.
 */
export async function writeComparison(
  folders: readonly string[],
  { out, force = false }: { readonly out?: string | undefined; readonly force?: boolean },
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
  const files = ["vergleich.json", "vergleich.html"];
  openOutput(target, { files, force: force || out === undefined });
  replaceFile(join(target, "vergleich.json"), `${JSON.stringify(comparisons, null, 2)}\n`);
  return writeReportFiles(target, renderComparison(comparisons));
}

/** Over all suites a comparison counts as the requirements of the runs say. */
async function readWithRequirements(folder: string): Promise<RunRecords> {
  const records = await readRun(folder);
  const requirements = requirementsOfRun(records.manifest, runFiles(folder).manifest);
  return { ...records, requirements };
}
