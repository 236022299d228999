import { inputKindSchema, type InputKind } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { renderPreview } from "../../reports/preview.ts";
import { loadSuites } from "../load-suites.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { writeOutputFile } from "../output-folder.ts";
import { printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { previewSuite, previewText } from "./preview-suite.ts";

const help = `npm run preview -- SUITE

Zeigt, was ein Modell zu sehen bekäme: je Prompt-Variante und Eingabe, wörtlich
wie im Lauf, dazu die Musterantwort. Fragt kein Modell. SUITE ist der Name einer
mitgelieferten Suite oder der Ordner einer eigenen, von dem Ordner aus, in dem
Sie den Befehl eingeben. Ohne Angaben: der erste Fall mit allen Varianten und
Eingaben.

  --case KENNUNG     nur dieser Fall (die Kennung steht in faelle.yaml unter id)
  --all              alle Fälle
  --variant NAME     nur diese Variante, zum Beispiel trained oder
                     untrained-kurz
  --input ART        nur diese Eingabe: raw (Originaltext) oder pseudonymised
                     (mit Platzhaltern)
  --html DATEI       schreibt eine Seite für den Browser statt der Ausgabe, ohne
                     --case mit allen Fällen
  --force            ersetzt die Datei, wenn es sie schon gibt
  --json             gibt dasselbe als JSON aus
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Zum Beispiel:
  npm run preview -- buergerfragen --variant trained --input raw
  npm run preview -- meine-suite --html vorschau.html

Ende: 0 gezeigt · 2 falsche Angaben oder Daten`;

/** `npm run preview`. */
export async function main(words: string[]): Promise<ExitCode> {
  const text = { type: "string" } as const;
  const options = {
    case: text,
    variant: text,
    input: text,
    html: text,
    force: { type: "boolean" },
    all: { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "preview");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const [source, ...rest] = positionals;
  if (source === undefined || rest.length > 0) {
    throw wrongUse(
      source === undefined ? "Es fehlt die Suite." : "Es ist mehr als eine Suite genannt.",
      "preview",
    );
  }
  const [suite] = loadSuites([source]);
  if (suite === undefined) throw new RangeError(`no suite ${source}`);
  checkChoice(suite, values);
  const isWide = values.all === true || values.html !== undefined;
  const first = isWide ? undefined : suite.cases[0]?.id;
  const preview = previewSuite(suite, {
    case: values.case ?? first,
    variant: values.variant,
    input: readInput(values.input),
  });
  if (preview.cases.every(({ messages }) => messages.length === 0)) throw nothingToShow();
  if (values.html !== undefined)
    printLine(`Vorschau: ${writePage(values, renderPreview(preview))}`);
  else printLine(values.json === true ? JSON.stringify(preview) : previewText(preview));
  return Promise.resolve(exitCodes.done);
}

function nothingToShow(): UserError {
  return new UserError("In dieser Suite gibt es keinen pseudonymisierten Text.", {
    code: "nothing-to-show",
    exitCode: exitCodes.usage,
    nextStep: "Lassen Sie --input weg, oder schreiben Sie input.pseudonymised in die Fälle.",
  });
}

interface PageWords {
  readonly html?: string;
  readonly force?: boolean;
}

function writePage({ html: file = "", force }: PageWords, html: string): string {
  const path = fromStart(file);
  writeOutputFile(path, html, { force: force === true });
  return shownPath(path, file);
}

function checkChoice(
  suite: Suite,
  values: { readonly case?: string | undefined; readonly variant?: string | undefined },
): void {
  if (values.case !== undefined && !suite.cases.some(({ id }) => id === values.case)) {
    throw notThere(
      `Den Fall „${values.case}“`,
      suite.cases.map(({ id }) => id),
    );
  }
  const variants = Object.keys(suite.variants);
  if (values.variant !== undefined && !variants.includes(values.variant)) {
    throw notThere(`Die Variante „${values.variant}“`, variants);
  }
}

function notThere(what: string, known: readonly string[]): UserError {
  const shown = known.slice(0, 12).join(", ");
  return new UserError(`${what} gibt es in dieser Suite nicht.`, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: `Es gibt: ${shown}${known.length > 12 ? ` und ${known.length - 12} weitere` : ""}.`,
  });
}

function readInput(text: string | undefined): InputKind | undefined {
  if (text === undefined) return undefined;
  const result = inputKindSchema.safeParse(text);
  if (result.success) return result.data;
  throw new UserError(`--input kennt „${text}“ nicht.`, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: `Möglich sind: ${inputKindSchema.options.join(", ")}.`,
  });
}
