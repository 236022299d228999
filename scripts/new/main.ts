import { randomUUID } from "node:crypto";
import { basename, isAbsolute, relative } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { fromHere, programFolder } from "../folders.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { printLine } from "../print.ts";
import { askQuestions, terminal, type Question } from "./ask-questions.ts";
import { tasks, writeSuite } from "./write-suite.ts";

const questions: readonly Question[] = [
  { key: "title", text: "Wie soll die Suite im Bericht heißen?", fallback: "Unsere Aufgaben" },
  { key: "task", text: "Was soll das Modell tun?", choices: tasks, fallback: "frage" },
  {
    key: "format",
    text: "Wie wollen Sie die Fälle schreiben?",
    choices: { yaml: "im Editor, Zeile für Zeile erklärt", csv: "als Tabelle in Excel" },
    fallback: "yaml",
  },
  {
    key: "office",
    text: "Wer gibt die Suite heraus (für die Datenkarte)?",
    fallback: "Beispielamt",
  },
];

const help = `npm run new -- NAME

Legt eine eigene Suite an: einen Ordner mit zwei Prompt-Arten, Beispielfällen und Datenkarte, Zeile
für Zeile erklärt. Er besteht „npm run check“ sofort; dann ersetzen Sie die Beispiele durch Ihre Fälle.
Was Sie nicht als Angabe mitgeben, wird gefragt (ohne Terminal gilt die Vorgabe).

  --title TEXT       Überschrift im Bericht (Vorgabe: Unsere Aufgaben)
  --task ART         ${Object.keys(tasks).join(", ")} (Vorgabe: frage)
  --format FORM      yaml oder csv (für Excel; Vorgabe: yaml)
  --office NAME      wer die Suite herausgibt (Vorgabe: Beispielamt)
  --out ORDNER       wohin (Vorgabe: NAME im jetzigen Ordner)
  --hold-out         zurückgehaltene Suite: mit Kennfolge (canary), und nur außerhalb des Programmordners
  --help             diese Hilfe

Ende: 0 angelegt · 2 falsche Angaben, oder den Ordner gibt es schon`;

/** `npm run new`. */
export async function main(words: string[]): Promise<ExitCode> {
  const text = { type: "string" } as const;
  const options = {
    title: text,
    task: text,
    format: text,
    office: text,
    out: text,
    "hold-out": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "new");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const name = nameOf(positionals);
  const folder = fromHere(values.out ?? name);
  const isHeldOut = values["hold-out"] === true;
  if (isHeldOut) checkOutside(folder);
  const screen = terminal();
  const given = Object.fromEntries(questions.map(({ key }) => [key, stringOf(values, key)]));
  const answers = await askQuestions(questions, given, screen?.ask).finally(screen?.close);
  const order = {
    name,
    folder,
    title: answers["title"] ?? "",
    task: answers["task"] ?? "",
    format: answers["format"] ?? "",
    office: answers["office"] ?? "",
    today: new Date().toISOString().slice(0, 10),
    canary: isHeldOut ? `AMTSPROBE-CANARY-${randomUUID()}` : undefined,
  };
  const files = writeSuite(order);
  printLine(`Angelegt: ${folder}\n${files.map((file) => `  ${file}`).join("\n")}`);
  printLine(`\nPrüfen:    npm run check -- ${folder}\nAnsehen:   npm run preview -- ${folder}`);
  printLine(`Ausprobieren: npm run eval -- --suite ${folder} --model llama:gemma3-270m`);
  return exitCodes.done;
}

function stringOf(values: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = values[key];
  return typeof value === "string" ? value : undefined;
}

/** What is held back must not lie where the program is published from. */
function checkOutside(folder: string): void {
  const inside = relative(programFolder, folder);
  if (inside.startsWith("..") || isAbsolute(inside)) return;
  throw new UserError("Eine zurückgehaltene Suite darf nicht im Ordner des Programms liegen.", {
    code: "inside-program",
    exitCode: exitCodes.usage,
    place: { file: folder },
    nextStep:
      "Nennen Sie mit --out einen Ordner, den niemand veröffentlicht, zum Beispiel ../zurueckgehalten/NAME.",
  });
}

function nameOf(positionals: readonly string[]): string {
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) {
    throw wrongUse(
      name === undefined ? "Es fehlt der Name." : "Es ist mehr als ein Name genannt.",
      "new",
    );
  }
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name)) return name;
  throw new UserError(`„${basename(name)}“ taugt nicht als Name einer Suite.`, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel unsere-fragen.",
  });
}
