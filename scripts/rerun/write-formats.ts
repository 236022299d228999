import { existsSync } from "node:fs";
import type { DataClass } from "../../core/data-class.ts";
import { readReportDetails } from "../../datasets/read-report-details.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { caseLineSchema } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { namesWith, nameSuffix } from "../../reports/catalogue.ts";
import { maskTexts } from "../../reports/mask-texts.ts";
import type { Language } from "../../reports/language.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { listReport, readConclusion } from "../conclude.ts";
import { writeOutputFile } from "../output-folder.ts";
import { fromStart } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";
import { protectedPassages } from "./protected-passages.ts";
import { isPaper, privacyPapers, reportFormats, type ReportFormat } from "./report-formats.ts";

interface FormatOptions extends ReportOptions {
  /** Writes each format in each of these, and names the paths in this order. */
  readonly languages?: readonly Language[];
  /** Where the key of an anonymised report goes; without it nowhere. */
  readonly key?: string | undefined;
  /** Replaces a key that is there already. */
  readonly force?: boolean;
}

/**
 * Writes the report of one run in each format; gives the paths. The list of evidence gets the hash of a
 * new `report.html`.
 */
export async function writeFormats(
  folder: string,
  formats: readonly ReportFormat[],
  { key, force = false, languages = ["de"], ...options }: FormatOptions,
): Promise<string[]> {
  const papers = await writePapers(folder, formats.filter(isPaper));
  const others = formats.filter((format) => !isPaper(format));
  if (others.length === 0) return papers;
  const conclusion = await readConclusion(folder);
  const anonymised =
    options.anonymous === true ? anonymise(conclusion.findings, conclusion.cards) : undefined;
  const shown = anonymised ?? conclusion;
  const { findings, cards } = options.masked === true ? await maskConclusion(folder, shown) : shown;
  if (key !== undefined && anonymised !== undefined) {
    const content = { schemaVersion: 1, run: conclusion.findings.run.id, offers: anonymised.key };
    writeOutputFile(fromStart(key), `${JSON.stringify(content, null, 2)}\n`, { force });
  }
  const suffix = nameSuffix(options);
  const reports = languages.flatMap((language) =>
    others.flatMap((format) => {
      const files = reportFormats[format](findings, cards, { ...options, language });
      const { cases } = namesWith(suffix, language);
      return writeReportFiles(folder, files, format === "html" ? cases : undefined);
    }),
  );
  const isPlain = suffix === "" && languages.includes("de") && others.includes("html");
  if (isPlain && existsSync(runFiles(folder).evidence)) listReport(folder, conclusion.findings);
  return [...papers, ...reports];
}

/** Writes the papers of data protection; they need the manifest and the cases, no findings. */
async function writePapers(
  folder: string,
  papers: readonly (keyof typeof privacyPapers)[],
): Promise<string[]> {
  const manifest = readManifest(folder);
  if (papers.length === 0) return [];
  const lines = await readSoundJournal(runFiles(folder).cases, caseLineSchema);
  const classes = new Map<DataClass, number>();
  for (const { case: one } of lines) {
    classes.set(one.protection, (classes.get(one.protection) ?? 0) + 1);
  }
  const files = papers.map((paper) => privacyPapers[paper]({ manifest, classes }));
  return writeReportFiles(folder, files);
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
