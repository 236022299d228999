import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { reportNames } from "../../reports/catalogue.ts";
import { readConclusion } from "../conclude.ts";
import { openFile } from "../open-file.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";
import { writeComparison } from "./compare-runs.ts";
import { readFormats, reportFormats, type ReportFormat } from "./report-formats.ts";

const help = `npm run report -- ORDNER
  npm run report -- --compare FRÜHER SPÄTER

Schreibt den Bericht eines ausgewerteten Laufs neu. Rechnet nichts, fragt kein Modell.

  --format NAME      html (Vorgabe): report.html, weitere Fehlerkarten in faelle/
                     csv: ergebnisse.csv und fehler.csv für Excel
                     markdown: report.md, die erste Seite
                     mehrere mit Komma: --format html,csv
  --compare          vergleicht Läufe auf denselben Fällen, der frühere zuerst:
                     npm run report -- --compare FRÜHER SPÄTER
                     schreibt vergleich.html und vergleich.json in den letzten Ordner
  --out ORDNER       mit --compare: schreibt dorthin
  --open             öffnet den Bericht danach
  --json             gibt die Pfade der geschriebenen Berichte als JSON aus
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const options = {
  format: { type: "string", multiple: true },
  compare: { type: "boolean" },
  out: { type: "string" },
  open: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run report`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, options, "report");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const written =
    values.compare === true
      ? await writeComparison(positionals, values.out)
      : await writeFormats(onlyFolder(positionals, "report"), readFormats(values.format));
  printWritten(written, values.json === true);
  const [first] = written;
  if (values.open === true && first !== undefined) await openFile(first);
  return exitCodes.done;
}

/** Writes the report of one run in each format; gives the paths. */
async function writeFormats(folder: string, formats: readonly ReportFormat[]): Promise<string[]> {
  readManifest(folder);
  const { findings, cards } = await readConclusion(folder);
  return formats.flatMap((format) => {
    const files = reportFormats[format](findings, cards);
    return writeReportFiles(folder, files, format === "html" ? reportNames.cases : undefined);
  });
}

function printWritten(paths: readonly string[], asJson: boolean): void {
  if (asJson) printLine(JSON.stringify({ written: paths }));
  else for (const path of paths) printLine(`Bericht: ${shownPath(path)}`);
}
