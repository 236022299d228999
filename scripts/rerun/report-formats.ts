import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderReport } from "../../reports/html.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import type { ReportFile } from "../../reports/report-file.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { wrongUse } from "../options.ts";

/** Makes the files of one format. */
type Renderer = (
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions,
) => Iterable<ReportFile>;

/** One renderer for each format of `--format`. */
export const reportFormats = {
  html: renderReport,
  csv: renderCsv,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<string, Renderer>>;
export type ReportFormat = keyof typeof reportFormats;

/** Reads the values of `--format`; none means `html`. */
export function readFormats(values: readonly string[] = ["html"]): ReportFormat[] {
  return [...new Set(values.flatMap((value) => value.split(",")))].map((name) => {
    if (isFormat(name)) return name;
    const known = Object.keys(reportFormats).join(", ");
    throw wrongUse(`--format kennt „${name}“ nicht. Möglich sind: ${known}.`, "report");
  });
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reportFormats, name);
}
