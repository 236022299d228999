import { readReportDetails } from "../../datasets/read-report-details.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { anonymousNames, reportNames } from "../../reports/catalogue.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { readConclusion } from "../conclude.ts";
import { openOutputFile } from "../output-folder.ts";
import { fromStart } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";
import { reportFormats, type ReportFormat } from "./report-formats.ts";

interface FormatOptions extends ReportOptions {
  /** Where the key of an anonymised report goes; without it nowhere. */
  readonly key?: string | undefined;
  /** Replaces a key that is there already. */
  readonly force?: boolean;
}

/** Writes the report of one run in each format; gives the paths. */
export async function writeFormats(
  folder: string,
  formats: readonly ReportFormat[],
  { key, force = false, ...options }: FormatOptions,
): Promise<string[]> {
  readManifest(folder);
  const conclusion = await readConclusion(folder);
  const anonymised =
    options.anonymous === true ? anonymise(conclusion.findings, conclusion.cards) : undefined;
  const { findings, cards } = anonymised ?? conclusion;
  if (key !== undefined && anonymised !== undefined) {
    const content = { schemaVersion: 1, run: conclusion.findings.run.id, offers: anonymised.key };
    openOutputFile(fromStart(key), { force });
    replaceFile(fromStart(key), `${JSON.stringify(content, null, 2)}\n`);
  }
  const { cases } = options.anonymous === true ? anonymousNames : reportNames;
  return formats.flatMap((format) => {
    const files = reportFormats[format](findings, cards, options);
    return writeReportFiles(folder, files, format === "html" ? cases : undefined);
  });
}

/** What `--details` names; without it nothing. */
export function readDetails(file: string | undefined): ReportOptions["details"] {
  return file === undefined ? undefined : readReportDetails(fromStart(file));
}
