import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { onlyNoWords, parseOptions } from "../options.ts";
import { openOutputFile, writeOutputFile } from "../output-folder.ts";
import { printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { makeBill } from "./make-bill.ts";

const help = `npm run sbom [-- --out DATEI]

Stückliste (SBOM) im Format CycloneDX 1.6 (JSON): das Programm, alle Pakete, die
zum Betrieb gehören, mit Lizenz und Prüfsumme, und die Dateien der eingebetteten
Modelle. Gleicher Stand, gleiche Datei. Ohne --out auf den Bildschirm.

  --out DATEI   schreibt in eine Datei
  --force       ersetzt die Datei, wenn es sie schon gibt
  --dev         auch die Pakete, die nur zum Entwickeln und Prüfen gebraucht
                werden
  --offline     nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help        diese Hilfe

Ende: 0 fertig · 2 falsche Angaben · 3 Technik`;

/** `npm run sbom`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    out: { type: "string" },
    force: { type: "boolean" },
    dev: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "sbom");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "sbom");
  const { out, force = false, dev = false } = values;
  if (out !== undefined) openOutputFile(fromStart(out), { force });
  const bill = await makeBill({ dev });
  const text = JSON.stringify(bill, null, 2);
  if (out === undefined) {
    printLine(text);
    return exitCodes.done;
  }
  writeOutputFile(fromStart(out), `${text}\n`, { force });
  printLine(`${bill.components.length} Bestandteile: ${shownPath(fromStart(out), out)}`);
  return exitCodes.done;
}
