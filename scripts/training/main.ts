import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { roles, shortestCourse, type Role } from "../../training/course/plan-course.ts";
import { onlyFolder, parseOptions, wholeNumber, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { examplesFolder } from "./examples.ts";
import { makeCourse } from "./make-course.ts";

const help = `npm run training -- ORDNER --out ORDNER
npm run training -- evaluate --prompts DATEI --suite NAME

Macht aus den Fehlern eines ausgewerteten Laufs einen Kurs: Ablauf mit
Hinweisen, Arbeitsblatt und Lösungsblatt (HTML, Word), Moodle-XML, GIFT, SCORM
1.2, Markdown, JSON, Teilnahmenachweis und einen Entwurf für Nutzungsregeln.
Fragt kein Modell. Mit „evaluate“ werden Prompts der Teilnehmenden ausprobiert
(eigene Hilfe: evaluate --help).

  --out ORDNER       wohin; wird angelegt
  --force            ersetzt Dateien, die es dort schon gibt
  --minutes ZAHL     Dauer des Kurses (Vorgabe 90, mindestens ${shortestCourse})
  --role ROLLE       ${roles.join(", ")} (Vorgabe ${roles[0]})
  --number ZAHL      so viele Aufgaben in den Formaten statt der Auswahl nach
                     Zeit (höchstens 500)
  --examples         statt eines Laufs die mitgelieferten Beispielfehler
  --json             Zusammenfassung als JSON
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const optionTypes = {
  out: { type: "string" },
  force: { type: "boolean" },
  minutes: { type: "string" },
  role: { type: "string" },
  number: { type: "string" },
  examples: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const mostExercises = 500;

/** `npm run training`. */
export async function main(words: string[]): Promise<ExitCode> {
  if (words[0] === "evaluate") {
    const { evaluate } = await import("./evaluate.ts");
    return evaluate(words.slice(1));
  }
  const { values, positionals } = parseOptions(words, optionTypes, "training");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  if (values.out === undefined) throw wrongUse("Es fehlt --out ORDNER.", "training");
  if (values.examples === true && positionals.length > 0) {
    throw wrongUse("Mit --examples wird kein Ordner eines Laufs genannt.", "training");
  }
  const made = await makeCourse({
    folder: values.examples === true ? examplesFolder : onlyFolder(positionals, "training"),
    isShipped: values.examples === true,
    out: fromStart(values.out),
    force: values.force === true,
    minutes: wholeNumber(values.minutes ?? "90", "minutes", shortestCourse),
    role: readRole(values.role ?? roles[0]),
    number: readNumber(values.number),
  });
  for (const note of made.notes) printError(note);
  printLine(
    values.json === true
      ? JSON.stringify(made.summary)
      : `${made.summary.exercises} Aufgaben, ${made.summary.files.length} Dateien: ${shownPath(fromStart(values.out), values.out)}`,
  );
  return exitCodes.done;
}

function readRole(text: string): Role {
  const role = roles.find((name) => name.toLowerCase() === text.normalize("NFC").toLowerCase());
  if (role !== undefined) return role;
  throw wrongUse(
    `Die Rolle „${text}“ gibt es nicht; möglich sind ${roles.join(", ")}.`,
    "training",
  );
}

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = wholeNumber(text, "number", 1);
  if (number <= mostExercises) return number;
  throw wrongUse(`--number ist höchstens ${mostExercises}.`, "training");
}
