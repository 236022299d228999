import { CsvError, parse } from "csv-parse/sync";
import { exitCodes, UserError } from "../core/user-error.ts";
import { readText } from "./read-text.ts";

/** A row of a table with the line it starts on. */
export interface CsvRow {
  readonly line: number;
  /** Only the cells that are not empty. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a table as Excel writes it: `;` or `,`, with or without byte-order mark, CRLF or LF,
 * quoted cells over several lines. A row with too few or too many cells, a column without a name
 * and a column named twice are refused with their place.
 */
export function readCsv(file: string): readonly CsvRow[] {
  return parseCsv(readText(file), file);
}

/** As {@link readCsv}, for a text that is already there; `file` is only named in messages. */
export function parseCsv(text: string, file: string): readonly CsvRow[] {
  const [header, ...rows] = parseRecords(text, file);
  if (header === undefined) return [];
  checkHeader(header.record, file);
  return rows.map(({ record, line }) => ({
    line,
    cells: new Map(
      record.flatMap((cell, index) => {
        const name = header.record[index]?.trim();
        return name === undefined || cell.trim() === "" ? [] : [[name, cell] as const];
      }),
    ),
  }));
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRecords(text: string, file: string): ParsedRecord[] {
  try {
    let nextLine = 1;
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => {
      const line = Math.max(nextLine, info.lines - countBreaks(record));
      nextLine = info.lines + 1;
      return { record, line };
    });
  } catch (cause) {
    if (cause instanceof CsvError) throw csvError(cause, file);
    throw cause;
  }
}

/** The header decides: the character that separates its names. */
function delimiterOf(text: string): ";" | "," {
  const header = text.slice(0, text.search(/[\r\n]|$/u));
  return header.split(";").length >= header.split(",").length && header.includes(";") ? ";" : ",";
}

/** A record starts as many lines above its end as its cells hold line breaks. */
function countBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);
}

function checkHeader(header: readonly string[], file: string): void {
  const seen = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim();
    if (name !== "" && !seen.has(name)) {
      seen.add(name);
      continue;
    }
    const what = name === "" ? "hat keinen Namen" : `heißt wie eine andere: „${name}“`;
    throw new UserError(`Spalte ${index + 1} ${what}.`, {
      code: name === "" ? "unnamed-column" : "duplicate-key",
      exitCode: exitCodes.usage,
      place: { file, line: 1 },
      nextStep: "Geben Sie jeder Spalte in der ersten Zeile einen eigenen Namen.",
    });
  }
}

function csvError(error: CsvError, file: string): UserError {
  const line = typeof error["lines"] === "number" ? error["lines"] : undefined;
  const ragged = error.code.startsWith("CSV_RECORD_INCONSISTENT");
  return new UserError(
    ragged
      ? "Die Zeile hat mehr oder weniger Zellen als die Kopfzeile."
      : "Die Tabelle lässt sich hier nicht lesen; meist fehlt ein Anführungszeichen.",
    {
      code: ragged ? "ragged-row" : "csv-syntax",
      exitCode: exitCodes.usage,
      place: { file, line },
      nextStep: ragged
        ? "Ergänzen oder löschen Sie Trennzeichen, oder setzen Sie Text mit Trennzeichen in Anführungszeichen."
        : 'Schließen Sie jedes Anführungszeichen; im Text verdoppeln Sie es („""“).',
      cause: error,
    },
  );
}
