import { readReportDetails } from "../../datasets/read-report-details.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { caseLineSchema } from "../../engine/read-run.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { runFiles } from "../../engine/run-files.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { namesWith, nameSuffix } from "../../reports/catalogue.ts";
import { maskTexts } from "../../reports/mask-texts.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { readConclusion } from "../conclude.ts";
import { fromStart } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";
import { protectedPassages } from "./protected-passages.ts";
import { reportFormats, type ReportFormat } from "./report-formats.ts";

interface FormatOptions extends ReportOptions {
  /** Where the key of an anonymised report goes; without it nowhere. */
  readonly key?: string | undefined;
}

/** Writes the report of one run in each format; gives the paths. */
export async function writeFormats(
  folder: string,
  formats: readonly ReportFormat[],
  { key, ...options }: FormatOptions,
): Promise<string[]> {
  readManifest(folder);
  const conclusion = await readConclusion(folder);
  const anonymised =
    options.anonymous === true ? anonymise(conclusion.findings, conclusion.cards) : undefined;
  const shown = anonymised ?? conclusion;
  const { findings, cards } = options.masked === true ? await maskConclusion(folder, shown) : shown;
  if (key !== undefined && anonymised !== undefined) {
    const content = { schemaVersion: 1, run: conclusion.findings.run.id, offers: anonymised.key };
    replaceFile(fromStart(key), `${JSON.stringify(content, null, 2)}\n`);
  }
  const { cases } = namesWith(nameSuffix(options));
  return formats.flatMap((format) => {
    const files = reportFormats[format](findings, cards, options);
    return writeReportFiles(folder, files, format === "html" ? cases : undefined);
  });
}

/** Blackens identifiers in the texts of a conclusion. */
async function maskConclusion(
  folder: string,
  shown: Parameters<typeof maskTexts>[0],
): ReturnType<typeof readConclusion> {
  const cases = await readSoundJournal(runFiles(folder).cases, caseLineSchema);
  return maskTexts(shown, protectedPassages(cases));
}

/** What `--details` names; without it nothing. */
export function readDetails(file: string | undefined): ReportOptions["details"] {
  return file === undefined ? undefined : readReportDetails(fromStart(file));
}
