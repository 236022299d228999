import { join } from "node:path";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { makeFolder, refuseLink } from "../output-folder.ts";
import { printLine } from "../print.ts";
import { startFolder } from "../start-folder.ts";
import { noteKeysOf } from "./note-keys.ts";
import { endOf, startPromptfoo } from "./start-promptfoo.ts";

const help = `npm run promptfoo -- run BEFEHL VON PROMPTFOO

Ruft das mitgelieferte promptfoo auf, ohne dass etwas den Rechner verlässt, das
Sie nicht selbst eingetragen haben: keine Nutzungsmeldung, keine Suche nach
neuen Fassungen, kein Teilen, keine fremde Erzeugung. Datenbank und Protokoll
liegen im Ordner .promptfoo dort, wo Sie den Befehl geben. Anbieter, die in der
Konfiguration stehen, werden gefragt.
  npm run promptfoo -- run eval -c promptfooconfig.yaml -o ergebnis.json

  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe; die von promptfoo zeigt:
                     npm run promptfoo -- run eval --help

Ende: 0 fertig · 1 ein Test ist nicht bestanden · 2 falsche Angaben · 3 Technik`;

/** What promptfoo ends with when a test has failed. */
const someFailed = 100;

/** `npm run promptfoo -- run`. */
export async function main(words: string[]): Promise<ExitCode> {
  const [first] = words;
  if (first === undefined || first === "--help" || first === "-h") {
    printLine(help);
    return first === undefined ? exitCodes.usage : exitCodes.done;
  }
  const folder = startFolder();
  noteKeysOf(words, folder);
  const settings = join(folder, ".promptfoo");
  refuseLink(settings);
  makeFolder(settings);
  const child = startPromptfoo({ words, folder, settings, output: "inherit" });
  const code = await endOf(child);
  if (code === 0) return exitCodes.done;
  return code === someFailed ? exitCodes.no : exitCodes.usage;
}
