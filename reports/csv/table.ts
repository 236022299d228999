import { stringify } from "csv-stringify/sync";
import type { Language } from "../language.ts";
import { visibleText } from "../unseen.ts";

/** Excel cuts a cell after so many characters; the last ones say that something is left out. */
const longestCell = 32_000;

/** One cell: numbers stay numbers for Excel, everything else is text. */
export type Cell = string | number | undefined;

/**
 * A table as Excel in Germany reads it: `;` between cells, decimal comma, byte-order mark, CR LF. In
 * English `,` and a decimal point.
 * Text can never be a formula: cells that begin like one get an apostrophe, and all text stands in
 * quotation marks. Unseen characters become `[U+202E]`.
 */
export function csvTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  language: Language = "de",
): string {
  return stringify([columns, ...rows.map((row) => row.map(shownCell))], {
    bom: true,
    delimiter: language === "de" ? ";" : ",",
    record_delimiter: "\r\n",
    quoted_string: true,
    quoted_empty: false,
    escape_formulas: true,
    cast: { number: (value) => (language === "de" ? decimalComma(value) : String(value)) },
  });
}

/** Without thousands separators, so that Excel reads a number: `0,8125`, `-12`. */
function decimalComma(value: number): string {
  return String(value).replace(".", ",");
}

function shownCell(cell: Cell): Cell {
  if (typeof cell !== "string") return cell ?? "";
  const text = visibleText(cell);
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)} […]`;
}
