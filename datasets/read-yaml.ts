import { isNode, LineCounter, parseDocument, type Document, type YAMLError } from "yaml";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";
import type { LocatedValue } from "./located-value.ts";
import { readText } from "./read-text.ts";

/** Aliases a document may use; more is a YAML bomb. */
const mostAliases = 50;

/**
 * Reads a YAML file with the failsafe schema: every scalar stays text, so that the postcode
 * `01067` keeps its zero. Duplicate keys, wrong indentation and alias bombs are refused with line
 * and column.
 */
export function readYaml(file: string): LocatedValue {
  return parseYaml(readText(file), file);
}

/** As {@link readYaml}, for a text that is already there; `file` is only named in messages. */
export function parseYaml(text: string, file: string): LocatedValue {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const place = placeAt(file, lines, error.pos[0]);
    throw syntaxError(beginsWithTab(text, place) ? "TAB_AS_INDENT" : error.code, error, place);
  }
  return {
    value: toValue(document, file),
    placeOf: (path) => placeOfPath(document, path, (offset) => placeAt(file, lines, offset)),
  };
}

function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    throw new UserError("Die Datei verwendet zu viele Verweise (Aliasse) oder verweist im Kreis.", {
      code: "yaml-aliases",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Schreiben Sie die Werte aus, statt mit & und * auf sie zu verweisen.",
      cause,
    });
  }
}

/** The place of the deepest part of the path that the file has. */
function placeOfPath(
  document: Document,
  path: readonly (string | number)[],
  at: (offset: number) => Place,
): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return at(0);
}

function placeAt(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { file, line: 1 } : { file, line, column: col };
}

function beginsWithTab(text: string, { line = 1 }: Place): boolean {
  return /^ *\t/u.test(text.split("\n")[line - 1] ?? "");
}

function syntaxError(code: string, error: YAMLError, place: Place): UserError {
  const [message, nextStep] = germanSyntax[code] ?? [
    "Der YAML-Aufbau stimmt hier nicht.",
    "Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen an dieser Stelle.",
  ];
  return new UserError(message, {
    code: code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax",
    exitCode: exitCodes.usage,
    place,
    nextStep,
    cause: error,
  });
}

const germanSyntax: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: [
    "Dieser Schlüssel steht in derselben Gruppe zweimal.",
    "Löschen Sie einen der beiden oder geben Sie ihm den richtigen Namen.",
  ],
  BAD_INDENT: [
    "Die Einrückung stimmt nicht.",
    "Rücken Sie zusammengehörige Zeilen mit gleich vielen Leerzeichen ein.",
  ],
  TAB_AS_INDENT: [
    "Die Zeile ist mit einem Tabulator eingerückt.",
    "Verwenden Sie Leerzeichen statt Tabulatoren.",
  ],
  MISSING_CHAR: [
    "Hier fehlt ein Zeichen: ein Anführungszeichen, eine Klammer oder ein Doppelpunkt; oder die Zeile ist falsch eingerückt.",
    "Ergänzen Sie das Zeichen, oder rücken Sie die Zeile so weit ein wie ihre Nachbarn.",
  ],
  MULTILINE_IMPLICIT_KEY: [
    "Ein Schlüssel geht über mehrere Zeilen.",
    "Prüfen Sie, ob am Ende der vorigen Zeile ein Anführungszeichen oder vor langem Text ein „|“ fehlt.",
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "In der Zeile steht ein Doppelpunkt zu viel.",
    "Setzen Sie Text mit Doppelpunkt in Anführungszeichen oder schreiben Sie ihn nach „|“ in eigene Zeilen.",
  ],
  UNRESOLVED_ALIAS: [
    "Hier wird mit * auf etwas verwiesen, das es nicht gibt.",
    "Setzen Sie Text, der mit * beginnt, in Anführungszeichen.",
  ],
  MULTIPLE_DOCS: [
    "Die Datei enthält mehrere Dokumente (--- in der Mitte).",
    "Legen Sie alle Fälle in eine Liste in einem Dokument.",
  ],
};
