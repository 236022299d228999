import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../engine/replace-file.ts";
import { reportNames } from "../reports/catalogue.ts";
import type { ReportFile } from "../reports/html.ts";

/**
 * Writes the files of a report one by one, the report itself first, and takes away pages that an
 * earlier report left in the folder of the cases. Gives the path of the report.
 */
export function writeReportFiles(
  folder: string,
  files: Iterable<ReportFile>,
  cases: string = reportNames.cases,
): string {
  const written: string[] = [];
  for (const { file, content } of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, content);
    written.push(path);
  }
  removeOldPages(join(folder, cases), new Set(written));
  return written[0] ?? folder;
}

function removeOldPages(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(".html") && !kept.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
