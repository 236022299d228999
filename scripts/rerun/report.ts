import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { writeReport } from "../conclude.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";

const help = `npm run report -- ORDNER

Schreibt den Bericht eines ausgewerteten Laufs neu (report.html). Rechnet nichts, fragt kein Modell.

  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

/** `npm run report`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = { help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseOptions(words, options, "report");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "report");
  readManifest(folder);
  printLine(`Bericht: ${shownPath(await writeReport(folder))}`);
  return exitCodes.done;
}
