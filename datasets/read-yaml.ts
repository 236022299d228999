import {
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from "yaml";
import { readLimits } from "../core/read-limits.ts";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";
import type { LocatedValue } from "./located-value.ts";
import { readText } from "./read-text.ts";
import { yamlExcess, type YamlExcess } from "./yaml-pieces.ts";

/**
 * Reads a YAML file with the failsafe schema: every scalar stays text, so that the postcode
 * `01067` keeps its zero. Duplicate keys, wrong indentation and alias bombs are refused with line
 * and column, and so is what is larger or deeper than `readLimits`.
 */
export function readYaml(file: string): LocatedValue {
  return parseYaml(readText(file, readLimits.yaml), file);
}

/** As {@link readYaml}, for a text that is already there; `file` is only named in messages. */
export function parseYaml(text: string, file: string): LocatedValue {
  const excess = yamlExcess(text);
  if (excess !== undefined) throw tooMuch(excess, file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    // The parser compares every key with every other: minutes for a file of a megabyte.
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const place = placeAt(file, lines, error.pos[0]);
    throw syntaxError(beginsWithTab(text, place) ? "TAB_AS_INDENT" : error.code, error, place);
  }
  const flaw = findKeyFlaw(document);
  if (flaw !== undefined) throw syntaxError(flaw.code, undefined, placeAt(file, lines, flaw.at));
  return {
    value: toValue(document, file),
    placeOf: (path) => placeOfPath(document, path, (offset) => placeAt(file, lines, offset)),
  };
}

function toValue(document: Document, file: string): unknown {
  try {
    refuseCircles(document);
    return document.toJS({ maxAliasCount: readLimits.aliases });
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

/** The first key that stands in its group a second time, or that is no text, and its offset. */
function findKeyFlaw(document: Document): { code: string; at: number } | undefined {
  let found: { code: string; at: number } | undefined;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const value = isScalar(key) ? key.value : undefined;
        if (value === undefined || seen.has(value)) {
          const code = value === undefined ? "KEY_NO_TEXT" : "DUPLICATE_KEY";
          found = { code, at: isNode(key) ? (key.range?.[0] ?? 0) : 0 };
          return visit.BREAK;
        }
        seen.add(value);
      }
      return undefined;
    },
  });
  return found;
}

/** An alias inside of what it stands for would make a value that has no end. */
function refuseCircles(document: Document): void {
  visit(document, {
    Alias: (_, alias, path) => {
      const target = alias.resolve(document);
      if (target !== undefined && path.includes(target)) throw new RangeError("circular alias");
    },
  });
}

function tooMuch(excess: NonNullable<YamlExcess>, file: string): UserError {
  const [message, nextStep] =
    excess === "too-deep"
      ? [
          "Die Datei ist tiefer verschachtelt als erlaubt (64 Ebenen).",
          "Prüfen Sie, ob Klammern fehlen; Fälle brauchen nur wenige Ebenen.",
        ]
      : [
          "Die Datei hat mehr Einträge, als eine Datei haben darf.",
          "Verteilen Sie die Fälle auf mehrere Suiten, oder schreiben Sie sie als Tabelle (CSV).",
        ];
  return new UserError(message, {
    code: excess === "too-deep" ? "yaml-depth" : "yaml-pieces",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep,
  });
}

function syntaxError(code: string, error: YAMLError | undefined, place: Place): UserError {
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
  KEY_NO_TEXT: [
    "Vor dem Doppelpunkt steht kein Text, sondern eine Liste, eine Gruppe oder ein Verweis.",
    "Schreiben Sie vor den Doppelpunkt einen Namen.",
  ],
  RESOURCE_EXHAUSTION: [
    "Die Datei ist tiefer verschachtelt als erlaubt (64 Ebenen).",
    "Prüfen Sie Einrückung und Klammern; Fälle brauchen nur wenige Ebenen.",
  ],
  MULTIPLE_DOCS: [
    "Die Datei enthält mehrere Dokumente (--- in der Mitte).",
    "Legen Sie alle Fälle in eine Liste in einem Dokument.",
  ],
};
