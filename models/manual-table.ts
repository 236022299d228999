import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { ManualEntry } from "./manual-entry.ts";

const rowSchema = z.object({ kennung: z.string(), frage: z.string(), antwort: z.string() });

/** The questions as a table that Excel opens: byte-order mark, semicolons, one row a question. */
export function renderManualTable(entries: readonly ManualEntry[]): string {
  const rows = entries.map(({ id, prompt, answer }, index) => [index + 1, id, prompt, answer]);
  return stringify([["nr", "kennung", "frage", "antwort"], ...rows], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    // Excel takes a bare line feed outside of quotation marks for the end of the row.
    quoted_match: /\n/u,
  });
}

/** Reads a filled table, with `;` or `,` as Excel writes it; throws a `UserError`. */
export function readManualTable(text: string, file: string): ManualEntry[] {
  try {
    const head = text.slice(0, text.indexOf("\n"));
    const rows: unknown = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: head.includes(";") ? ";" : ",",
      skip_empty_lines: true,
    });
    return z
      .array(rowSchema)
      .parse(rows)
      .map(({ kennung, frage, antwort }) => ({
        id: kennung.trim(),
        prompt: frage,
        answer: antwort.trim(),
      }));
  } catch (cause) {
    throw new UserError("Die Tabelle mit den Antworten lässt sich nicht lesen.", {
      code: "manual-file",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep:
        "Sie braucht die Spalten kennung, frage und antwort, in jeder Zeile gleich viele. Lassen Sie " +
        "die Spalte kennung unverändert, oder löschen Sie die Datei und füllen Sie fragen.html aus.",
      cause,
    });
  }
}
