import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { writeFindings } from "../conclude.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
import { refuseOtherRequirements } from "../requirements.ts";
import { fromStart, shownPath } from "../start-folder.ts";

const help = `npm run analyse -- ORDNER

Wertet einen Lauf aus und schreibt findings.json und cards.jsonl, dazu die Nachweisliste
(nachweise.json und nachweise.csv). Fragt nie ein Modell. Anforderungen nimmt die Auswertung aus
dem Lauf; andere weist sie ab.

  --requirements DATEI  prüft, dass der Lauf mit genau dieser Datei begann
  --json                gibt die Auswertung auch aus
  --help                diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

/** `npm run analyse`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    requirements: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "analyse");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "analyse");
  if (values.requirements !== undefined) {
    refuseOtherRequirements(readManifest(folder), fromStart(values.requirements));
  }
  const findings = await writeFindings(folder);
  printLine(
    values.json === true
      ? JSON.stringify(findings)
      : [
          `Auswertung: ${shownPath(runFiles(folder).findings)}`,
          `Nachweise: ${shownPath(runFiles(folder).evidence)}`,
        ].join("\n"),
  );
  return exitCodes.done;
}
