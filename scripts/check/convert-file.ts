import { existsSync } from "node:fs";
import { parse as parsePath, join } from "node:path";
import { TextDecoder } from "node:util";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { readBytes } from "../../datasets/read-text.ts";
import { guessEncoding } from "../../datasets/text-encoding.ts";
import { writeOutputFile } from "../output-folder.ts";
import { shownPath } from "../start-folder.ts";

/**
 * Writes a UTF-8 copy of a file that Excel saved as Windows-1252 ("CSV" without "UTF-8") or as UTF-16
 * ("Unicode Text"), with a byte-order mark, so that Excel opens it rightly too. The original stays as
 * it is.
 *
 * @returns the path of the copy; undefined when the file is UTF-8 already
 */
export function convertFile(file: string): string | undefined {
  const bytes = readBytes(file);
  const encoding = guessEncoding(bytes);
  if (encoding === "utf-8") return undefined;
  if (encoding === undefined) throw notText(file);
  const { dir, name, ext } = parsePath(file);
  const copy = join(dir, `${name}-utf8${ext}`);
  if (existsSync(copy)) {
    throw new UserError("Die Kopie gibt es schon; sie wird nicht überschrieben.", {
      code: "file-exists",
      exitCode: exitCodes.usage,
      place: { file: shownPath(copy) },
      nextStep: "Benennen Sie die vorhandene Datei um, oder löschen Sie sie.",
    });
  }
  const text = new TextDecoder(encoding).decode(bytes);
  writeOutputFile(copy, `\uFEFF${text}`, { force: false });
  return copy;
}

function notText(file: string): UserError {
  return new UserError("Die Datei ist kein Text.", {
    code: "not-text",
    exitCode: exitCodes.usage,
    place: { file: shownPath(file) },
    nextStep:
      "Eine Excel-Arbeitsmappe (.xlsx) speichern Sie in Excel mit „Speichern unter“ als „CSV UTF-8 (durch Trennzeichen getrennt)“.",
  });
}

/** What the person has to do with the copy. */
export function describeConversion(file: string, copy: string | undefined): string {
  if (copy === undefined) return `${shownPath(file)} ist schon in UTF-8; es gibt nichts zu tun.`;
  const { name, ext, base } = parsePath(file);
  const wanted = /^\.(?:csv|txt)$/iu.test(ext) ? "faelle.csv" : base;
  const old = base === wanted ? ` die alte Datei in ${name}-alt${ext} und` : "";
  return `Kopie in UTF-8: ${shownPath(copy)}\nPrüfen Sie die Umlaute. Gelesen wird sie nur, wenn sie ${wanted} heißt: Benennen Sie${old} die Kopie in ${wanted} um.`;
}
