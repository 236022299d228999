import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderReport } from "../../reports/html.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import { renderImpactAssessment } from "../../reports/privacy/impact-assessment.ts";
import { renderProcessingRecord } from "../../reports/privacy/processing-record.ts";
import type { ReportFile } from "../../reports/report-file.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { wrongUse } from "../options.ts";

/** Makes the files of one format. */
type Renderer = (
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions,
) => Iterable<ReportFile>;

/** One renderer for each format of `--format` that shows what was found. */
export const reportFormats = {
  html: renderReport,
  csv: renderCsv,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<string, Renderer>>;

/** One renderer for each paper of data protection, which needs no findings. */
export const privacyPapers = {
  vvt: renderProcessingRecord,
  dsfa: renderImpactAssessment,
} as const;
export type ReportFormat = keyof typeof reportFormats | keyof typeof privacyPapers;

/** Reads the values of `--format`; none means `html`. */
export function readFormats(values: readonly string[] = ["html"]): ReportFormat[] {
  return [...new Set(values.flatMap((value) => value.split(",")))].map((name) => {
    if (isFormat(name)) return name;
    const known = Object.keys({ ...reportFormats, ...privacyPapers }).join(", ");
    throw wrongUse(`--format kennt „${name}“ nicht. Möglich sind: ${known}.`, "report");
  });
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reportFormats, name) || isPaper(name);
}

/** True for a paper of data protection. */
export function isPaper(name: string): name is keyof typeof privacyPapers {
  return Object.hasOwn(privacyPapers, name);
}
