import { basename } from "node:path";
import { analyse } from "../../analysis/analyse.ts";
import { mergeRuns } from "../../analysis/merge-runs.ts";
import type { Findings } from "../../core/findings.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { readRun, type RunRecords } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { writeOutput } from "../output-folder.ts";

/**
 * Analyses several run folders as one run and writes `findings.json` and `cards.jsonl` into `out`, a
 * folder of its own, so that no run is changed. Never calls a model. Refuses runs whose suites or
 * models do not fit together, and a folder with an analysis in it unless `force` says so.
 */
export async function analyseSeveral(
  folders: readonly string[],
  out: string,
  force: boolean,
): Promise<Findings> {
  const runs: RunRecords[] = [];
  for (const folder of folders) runs.push(await readRun(folder));
  const { findings, cards } = analyse(mergeRuns(runs));
  const files = runFiles(out);
  const written = [
    [files.findings, `${JSON.stringify(findings, null, 2)}\n`],
    [files.cards, cards.values().map(formatLine)],
  ] as const;
  writeOutput(out, new Map(written.map(([path, text]) => [basename(path), text])), { force });
  return findings;
}
