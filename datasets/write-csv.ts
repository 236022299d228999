import { stringify } from "csv-stringify/sync";

/**
 * Writes a table as Excel's "CSV UTF-8 (durch Trennzeichen getrennt)" does in Germany: `;`, CR LF and
 * a byte-order mark. The columns are those of all rows, in order of appearance.
 */
export function writeCsv(rows: readonly ReadonlyMap<string, string>[]): string {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const records = rows.map((row) => columns.map((name) => row.get(name) ?? ""));
  return stringify([columns, ...records], {
    bom: true,
    delimiter: ";",
    record_delimiter: "\r\n",
    quoted_match: /\n/u,
  });
}
