import { CsvError, parse } from "csv-parse/sync";
import { columnLetter, exitCodes, UserError } from "../core/user-error.ts";
import { readLimits } from "../core/read-limits.ts";
import { readText } from "./read-text.ts";

/** A row of a table with the line it starts on. */
export interface CsvRow {
  readonly line: number;
  /** The line on which the names of the columns stand. */
  readonly headerLine: number;
  /** Only the cells that are not empty. */
  readonly cells: ReadonlyMap<string, string>;
  /** The names of all columns, in order. */
  readonly columns: readonly string[];
}

/**
 * Reads a table as Excel writes it: `;` or `,`, with or without byte-order mark, CRLF or LF,
 * quoted cells over several lines. A first line `sep=;` names the separator and is no row; rows without
 * anything in them are passed over. A row with too few or too many cells, a column without a name and
 * a column named twice are refused with their place.
 */
export function readCsv(file: string): readonly CsvRow[] {
  return parseCsv(readText(file), file);
}

/** As {@link readCsv}, for a text that is already there; `file` is only named in messages. */
export function parseCsv(text: string, file: string): readonly CsvRow[] {
  // Excel ends lines with CR LF, inside of cells too; one kind of line break keeps lines countable.
  const [header, ...rows] = withoutEmptyEnds(parseRecords(text.replaceAll(/\r\n?/gu, "\n"), file));
  if (header === undefined) return [];
  const names = header.record.map((name) => name.trim());
  checkHeader(names, { file, line: header.line });
  return rows.map((row) => {
    checkWidth(row, names, file);
    const cells = row.record.map((cell, index) => [names[index] ?? "", cell] as const);
    const filled = cells.filter(([, cell]) => cell.trim() !== "");
    return {
      line: row.line,
      headerLine: header.line,
      cells: new Map(filled),
      columns: names,
    };
  });
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRecords(text: string, file: string): ParsedRecord[] {
  const named = /^\uFEFF?"?sep=([^\n])"?\n/iu.exec(text)?.[1];
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: named ?? delimiterOf(text),
      from_line: named === undefined ? 1 : 2,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines - countBreaks(record) }));
  } catch (cause) {
    if (cause instanceof CsvError) throw csvError(cause, file);
    throw cause;
  }
}

/** Leaves out rows without any text, and the columns behind the last one with any. */
function withoutEmptyEnds(records: readonly ParsedRecord[]): ParsedRecord[] {
  const filled = records.filter(({ record }) => record.some(hasText));
  const width = filled.reduce(
    (widest, { record }) => Math.max(widest, record.findLastIndex(hasText) + 1),
    0,
  );
  const isPadding = filled[0] !== undefined && filled[0].record.length > width;
  if (!isPadding) return filled;
  return filled.map(({ record, line }) => ({ record: record.slice(0, width), line }));
}

function hasText(cell: string): boolean {
  return cell.trim() !== "";
}

/** The header decides: the character that separates its names; a tab in Excel's "Unicode Text". */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/u));
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: header.split(sign).length - 1 }));
  const [first] = counts.toSorted((a, b) => b.count - a.count);
  return first === undefined || first.count === 0 ? "," : first.sign;
}

/** A record starts as many lines above its end as its cells hold line breaks. */
function countBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

function checkHeader(
  header: readonly string[],
  { file, line }: { readonly file: string; readonly line: number },
): void {
  if (header.length > readLimits.columns) throw tooWide(header.length, { file, line });
  const seen = new Set<string>();
  for (const [index, name] of header.entries()) {
    if (name !== "" && !seen.has(name)) {
      seen.add(name);
      continue;
    }
    const what = name === "" ? "hat keinen Namen" : `heißt wie eine andere: „${name}“`;
    throw new UserError(`Die Spalte ${columnLetter(index + 1)} ${what}.`, {
      code: name === "" ? "unnamed-column" : "duplicate-key",
      exitCode: exitCodes.usage,
      place: { file, line, column: index + 1, columnName: name },
      nextStep: "Geben Sie jeder Spalte in der ersten Zeile einen eigenen Namen.",
    });
  }
}

function tooWide(
  count: number,
  place: { readonly file: string; readonly line: number },
): UserError {
  return new UserError(`Die Kopfzeile hat ${count} Spalten; erlaubt sind ${readLimits.columns}.`, {
    code: "too-many-columns",
    exitCode: exitCodes.usage,
    place,
    nextStep: "Prüfen Sie, ob das Trennzeichen der Tabelle stimmt, und löschen Sie leere Spalten.",
  });
}

function checkWidth({ record, line }: ParsedRecord, names: readonly string[], file: string): void {
  const width = names.length;
  if (record.length === width) return;
  const column = Math.min(record.length, width) + 1;
  throw new UserError(
    `Die Zeile hat ${record.length} Zellen, die Kopfzeile aber ${width} Spalten.`,
    {
      code: "ragged-row",
      exitCode: exitCodes.usage,
      place: { file, line, column, columnName: names[column - 1] ?? "" },
      nextStep:
        "Ergänzen oder löschen Sie Trennzeichen, oder setzen Sie Text mit Trennzeichen in Anführungszeichen.",
    },
  );
}

function csvError(error: CsvError, file: string): UserError {
  const line = typeof error["lines"] === "number" ? error["lines"] : undefined;
  return new UserError(
    "Die Tabelle lässt sich hier nicht lesen; meist fehlt ein Anführungszeichen.",
    {
      code: "csv-syntax",
      exitCode: exitCodes.usage,
      place: { file, line },
      nextStep: 'Schließen Sie jedes Anführungszeichen; im Text verdoppeln Sie es („""“).',
      cause: error,
    },
  );
}
