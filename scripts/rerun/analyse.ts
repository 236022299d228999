import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { writeFindings } from "../conclude.ts";
import { onlyFolder, parseOptions, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { refuseOtherRequirements } from "../requirements.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { analyseSeveral } from "./analyse-several.ts";
import { describeItems } from "./describe-items.ts";

const help = `npm run analyse -- ORDNER

Wertet einen Lauf aus und schreibt findings.json und cards.jsonl, dazu die
Nachweisliste (nachweise.json und nachweise.csv). Fragt nie ein Modell.
Anforderungen nimmt die Auswertung aus dem Lauf; andere weist sie ab.

  --requirements DATEI  prüft, dass der Lauf mit genau dieser Datei begann
  --items               zeigt dazu, welche Fälle ihre Verfasser ansehen sollten
  --with ORDNER         wertet einen weiteren Lauf gemeinsam mit dem ersten aus
                        (mehrfach möglich)
  --out ORDNER          wohin die gemeinsame Auswertung geschrieben wird; nur
                        mit --with
  --force               ersetzt eine gemeinsame Auswertung, die dort schon liegt
  --json                gibt die Auswertung auch aus
  --offline             nur Verbindungen auf diesem Rechner
                        (docs/datenschutz.md)
  --help                diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

/** `npm run analyse`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    requirements: { type: "string" },
    with: { type: "string", multiple: true },
    out: { type: "string" },
    force: { type: "boolean" },
    items: { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "analyse");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "analyse");
  const target = targetOf(folder, values);
  const others = (values.with ?? []).map((other) => fromStart(other));
  if (values.requirements !== undefined) {
    refuseOtherRequirements(readManifest(folder), fromStart(values.requirements));
  }
  const findings =
    others.length === 0
      ? await writeFindings(folder)
      : await analyseSeveral([folder, ...others], target, values.force === true);
  for (const { text } of findings.notices) printError(`Hinweis: ${text}`);
  printLine(
    values.json === true ? JSON.stringify(findings) : placesOf(target, others.length === 0),
  );
  if (values.items === true && values.json !== true) describeItems(findings).forEach(printLine);
  return exitCodes.done;
}

/** A common analysis goes into a folder of its own: a run is an immutable record. */
function targetOf(
  folder: string,
  { with: others, out }: { with?: string[]; out?: string },
): string {
  if (others === undefined && out === undefined) return folder;
  if (others !== undefined && out !== undefined) return fromStart(out);
  throw wrongUse("--with und --out gehören zusammen.", "analyse");
}

function placesOf(target: string, withEvidence: boolean): string {
  const { findings, evidence } = runFiles(target);
  const places = [`Auswertung: ${shownPath(findings)}`];
  return [...places, ...(withEvidence ? [`Nachweise: ${shownPath(evidence)}`] : [])].join("\n");
}
