import { writeFileSync } from "node:fs";
import type { RunRecords } from "../analysis/run-records.ts";
import { formatLine } from "../engine/journal-line.ts";
import { runFiles } from "../engine/run-files.ts";

/** Writes made-up records as the files of a run folder that exists. */
export function writeRun(folder: string, { manifest, trials, scores, cases }: RunRecords): void {
  const files = runFiles(folder);
  writeFileSync(files.manifest, JSON.stringify(manifest));
  writeFileSync(files.trials, lines(trials));
  writeFileSync(files.scores, lines(scores));
  writeFileSync(files.cases, lines(cases.map((row) => ({ schemaVersion: 1, ...row }))));
}

function lines(rows: readonly object[]): string {
  return rows.map((row) => formatLine(row)).join("");
}
