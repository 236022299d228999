import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReportFile } from "../reports/report-file.ts";
import { refuseLink, writeOutputFile } from "./output-folder.ts";

/**
 * Writes the files of a report one by one and gives the paths of those in the folder itself. With
 * `cases`, the folder of the pages beside the report, pages that an earlier report left there go.
 */
export function writeReportFiles(
  folder: string,
  files: Iterable<ReportFile>,
  cases?: string,
): string[] {
  const written: string[] = [];
  for (const { file, content } of files) {
    const path = join(folder, file);
    refuseLink(dirname(path));
    writeOutputFile(path, content, { force: true });
    written.push(path);
  }
  if (cases !== undefined) removeOldPages(join(folder, cases), new Set(written));
  return written.filter((path) => dirname(path) === folder);
}

function removeOldPages(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(".html") && !kept.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
