import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { reportNames } from "../../reports/catalogue.ts";
import { readConclusion } from "../conclude.ts";
import { openFile } from "../open-file.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";
import { writeReportFiles } from "../write-report-files.ts";
import { readFormats, reportFormats } from "./report-formats.ts";

const help = `npm run report -- ORDNER

Schreibt den Bericht eines ausgewerteten Laufs neu. Rechnet nichts, fragt kein Modell.

  --format NAME      html (Vorgabe): report.html, weitere Fehlerkarten in faelle/
                     csv: ergebnisse.csv und fehler.csv für Excel
                     markdown: report.md, die erste Seite
                     mehrere mit Komma: --format html,csv
  --open             öffnet den Bericht danach
  --json             gibt die Pfade der geschriebenen Berichte als JSON aus
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const options = {
  format: { type: "string", multiple: true },
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
  const formats = readFormats(values.format);
  const folder = onlyFolder(positionals, "report");
  readManifest(folder);
  const { findings, cards } = await readConclusion(folder);
  const written = formats.flatMap((format) => {
    const files = reportFormats[format](findings, cards);
    return writeReportFiles(folder, files, format === "html" ? reportNames.cases : undefined);
  });
  printWritten(written, values.json === true);
  const [first] = written;
  if (values.open === true && first !== undefined) await openFile(first);
  return exitCodes.done;
}

function printWritten(paths: readonly string[], asJson: boolean): void {
  if (asJson) printLine(JSON.stringify({ written: paths }));
  else for (const path of paths) printLine(`Bericht: ${shownPath(path)}`);
}
