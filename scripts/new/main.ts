import { randomUUID } from "node:crypto";
import { isAbsolute, relative } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { programFolder } from "../folders.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { askQuestions, type Question } from "./ask-questions.ts";
import { checkIsFree, checkName, nameFlaw } from "./suite-name.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { tasks, writeSuite } from "./write-suite.ts";

const nameQuestion: Question = {
  key: "name",
  text: "Wie soll der Ordner heißen? Kleinbuchstaben, Ziffern und Bindestriche.",
  fallback: "unsere-aufgaben",
  flaw: nameFlaw,
};

const questions: readonly Question[] = [
  { key: "title", text: "Wie soll die Suite im Bericht heißen?", fallback: "Unsere Aufgaben" },
  { key: "task", text: "Was soll das Modell tun?", choices: tasks, fallback: "frage" },
  {
    key: "format",
    text: "Wie wollen Sie die Fälle schreiben?",
    choices: { yaml: "im Editor, Zeile für Zeile erklärt", csv: "als Tabelle in Excel" },
    synonyms: { excel: "csv", tabelle: "csv", editor: "yaml" },
    fallback: "yaml",
  },
  {
    key: "office",
    text: "Wer gibt die Suite heraus (für die Datenkarte)?",
    fallback: "Beispielamt",
  },
];

const help = `npm run new -- NAME

Legt eine eigene Suite an: einen Ordner mit zwei Prompt-Arten, Beispielfällen
und Datenkarte, Zeile für Zeile erklärt. Er besteht „npm run check“ sofort; dann
ersetzen Sie die Beispiele durch Ihre Fälle. Was Sie nicht als Angabe mitgeben,
wird gefragt (ohne Terminal gilt die Vorgabe). Strg-C bricht ab.

  --title TEXT       Überschrift im Bericht (Vorgabe: Unsere Aufgaben)
  --task ART         ${Object.keys(tasks).join(", ")} (Vorgabe: frage)
  --format FORM      yaml, oder csv (auch excel) für eine Tabelle in Excel
                     (Vorgabe: yaml)
  --office NAME      wer die Suite herausgibt (Vorgabe: Beispielamt)
  --out ORDNER       wohin (Vorgabe: ein Ordner NAME dort, wo Sie den Befehl
                     eingeben)
  --hold-out         zurückgehaltene Suite: mit Kennfolge (canary), und nur
                     außerhalb des Programmordners
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 angelegt · 2 falsche Angaben, oder den Ordner gibt es schon · 3
abgebrochen`;

const optionTypes = {
  title: { type: "string" },
  task: { type: "string" },
  format: { type: "string" },
  office: { type: "string" },
  out: { type: "string" },
  "hold-out": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parseOptions<typeof optionTypes>>["values"];

/** `npm run new`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "new");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const terminal = openTerminal();
  try {
    await makeSuite(values, positionals, terminal);
    return exitCodes.done;
  } catch (cause) {
    if (!(cause instanceof UserError) || cause.code !== "cancelled") throw cause;
    printError(`\n${cause.message}`);
    return cause.exitCode;
  } finally {
    terminal?.close();
  }
}

async function makeSuite(
  values: Values,
  positionals: readonly string[],
  terminal: Terminal | undefined,
): Promise<void> {
  const name = await nameOf(positionals, terminal);
  const folder = fromStart(values.out ?? name);
  const isHeldOut = values["hold-out"] === true;
  if (isHeldOut) checkOutside(folder);
  checkIsFree(folder);
  const { title, task, format, office } = values;
  const answers = await askQuestions(questions, { title, task, format, office }, terminal?.ask);
  const shown = shownPath(folder, values.out);
  const files = writeSuite({
    name,
    folder,
    shown,
    title: answers["title"] ?? "",
    task: answers["task"] ?? "",
    format: answers["format"] ?? "",
    office: answers["office"] ?? "",
    today: new Date().toISOString().slice(0, 10),
    canary: isHeldOut ? `AMTSPROBE-CANARY-${randomUUID()}` : undefined,
  });
  printLine(`Angelegt: ${shown}\n${files.map((file) => `  ${file}`).join("\n")}\n`);
  printLine(`Prüfen:       npm run check -- ${shown}`);
  printLine(`Ansehen:      npm run preview -- ${shown}`);
  printLine(
    `Ausprobieren: npm run eval -- --suite ${shown} --model llama:gemma3-270m --profile full`,
  );
}

/** What is held back must not lie where the program is published from. */
function checkOutside(folder: string): void {
  const inside = relative(programFolder, folder);
  if (inside.startsWith("..") || isAbsolute(inside)) return;
  throw new UserError("Eine zurückgehaltene Suite darf nicht im Ordner des Programms liegen.", {
    code: "inside-program",
    exitCode: exitCodes.usage,
    place: { file: shownPath(folder) },
    nextStep:
      "Nennen Sie mit --out einen Ordner, den niemand veröffentlicht, zum Beispiel ../zurueckgehalten/NAME.",
  });
}

async function nameOf(
  positionals: readonly string[],
  terminal: Terminal | undefined,
): Promise<string> {
  const [given, ...rest] = positionals;
  if (rest.length > 0) throw wrongUse("Es ist mehr als ein Name genannt.", "new");
  if (given === undefined && terminal === undefined)
    throw wrongUse("Es fehlt der Name der Suite.", "new");
  const answers = await askQuestions([nameQuestion], { name: given }, terminal?.ask);
  const name = answers["name"] ?? "";
  checkName(name);
  return name;
}
