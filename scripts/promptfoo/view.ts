import { rmSync } from "node:fs";
import { join } from "node:path";
import { evalIdOf, renderEval } from "../../bridges/promptfoo/view/render-eval.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { onlyFolder, parseOptions, wholeNumber, wrongUse } from "../options.ts";
import { makeFolder, refuseLink, writeOutputFile } from "../output-folder.ts";
import { printError, printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";
import { endOf, startPromptfoo } from "./start-promptfoo.ts";
import { gatherRun } from "./view/gather-run.ts";

const defaultPort = 15_500;
/** promptfoo's import needs 2.2 GB for as many; above it is no help any more. */
const mostRows = 50_000;

const help = `npm run promptfoo -- view ORDNER

Öffnet einen Lauf im Betrachter von promptfoo, nur auf diesem Rechner
(127.0.0.1). Die Datenbank dafür entsteht im Ordner des Laufs (promptfoo/); der
Lauf selbst bleibt, wie er ist. Was nicht gemessen wurde, steht dort als Fehler
(error), nie als nicht bestanden. Beenden mit Strg-C.

  --port ZAHL        Vorgabe ${defaultPort}
  --suite NAME       nur diese Suiten, mehrfach oder mit Komma; über ${mostRows}
                     Antworten nötig
  --prepare          nur übernehmen, den Betrachter nicht starten
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const optionTypes = {
  port: { type: "string" },
  suite: { type: "string", multiple: true },
  prepare: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run promptfoo -- view`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "promptfoo -- view");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "promptfoo -- view");
  const port = wholeNumber(values.port ?? String(defaultPort), "port", 1);
  const names = values.suite?.flatMap((word) => word.split(","));
  const run = await gatherRun(folder, names);
  checkRows(run.trials.length);
  const settings = join(folder, "promptfoo");
  printError(`Übernehme ${run.trials.length} Antworten nach ${settings} …`);
  await importEval(settings, renderEval(run));
  if (values.prepare === true) {
    printLine(`Übernommen: ${shownPath(settings)}`);
    return exitCodes.done;
  }
  printLine(`http://127.0.0.1:${port}/eval/${evalIdOf(run.runId)}`);
  printError("Beenden mit Strg-C.");
  return (await serve(settings, port)) === 0 ? exitCodes.done : exitCodes.infrastructure;
}

function checkRows(rows: number): void {
  if (rows === 0) throw wrongUse("Dazu hat der Lauf keine Antworten.", "promptfoo -- view");
  if (rows <= mostRows) return;
  throw new UserError(
    `Der Lauf hat ${rows} Antworten; der Betrachter nimmt höchstens ${mostRows}.`,
    {
      code: "too-many-rows",
      exitCode: exitCodes.usage,
      nextStep: "Nehmen Sie einzelne Suiten: --suite NAME.",
    },
  );
}

async function importEval(settings: string, rendered: object): Promise<void> {
  refuseLink(settings);
  makeFolder(settings);
  const file = join(settings, "import.json");
  writeOutputFile(file, JSON.stringify(rendered), { force: true });
  try {
    const words = ["import", "--force", file];
    const child = startPromptfoo({ words, folder: settings, settings, output: "pipe" });
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
    if ((await endOf(child)) === 0) return;
    throw new UserError(`promptfoo hat den Lauf nicht übernommen: ${said.trim()}`, {
      code: "import-failed",
      exitCode: exitCodes.infrastructure,
      nextStep: `Löschen Sie ${settings} und versuchen Sie es noch einmal.`,
    });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Runs until it is ended; Ctrl-C goes to promptfoo, which closes its database. */
async function serve(settings: string, port: number): Promise<number> {
  const words = ["view", "--no", "--port", String(port)];
  const child = startPromptfoo({ words, folder: settings, settings, output: "inherit" });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.once("SIGTERM", pass);
  process.once("SIGINT", () => {});
  const code = await endOf(child);
  process.removeListener("SIGTERM", pass);
  return code;
}
