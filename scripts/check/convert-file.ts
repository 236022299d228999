import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { parse as parsePath, join } from "node:path";
import { TextDecoder } from "node:util";
import { exitCodes, UserError } from "../../core/user-error.ts";

/**
 * Writes a UTF-8 copy of a file that Excel saved as Windows-1252 ("CSV" without "UTF-8"), with a
 * byte-order mark, so that Excel opens it rightly too. The original stays as it is. A file with NUL
 * characters (UTF-16, a workbook) is refused: its copy would be garbage.
 *
 * @returns the path of the copy; undefined when the file is UTF-8 already
 */
export function convertFile(file: string): string | undefined {
  const bytes = readBytes(file);
  if (bytes.includes(0)) throw notWindows1252(file);
  if (isUtf8(bytes)) return undefined;
  const { dir, name, ext } = parsePath(file);
  const copy = join(dir, `${name}-utf8${ext}`);
  if (existsSync(copy)) {
    throw new UserError("Die Kopie gibt es schon; sie wird nicht überschrieben.", {
      code: "file-exists",
      exitCode: exitCodes.usage,
      place: { file: copy },
      nextStep: "Benennen Sie die vorhandene Datei um, oder löschen Sie sie.",
    });
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  writeFileSync(copy, `\uFEFF${text}`);
  return copy;
}

function notWindows1252(file: string): UserError {
  return new UserError("Die Datei enthält NUL-Zeichen und ist nicht in Windows-1252 gespeichert.", {
    code: "not-text",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep:
      "Öffnen Sie sie in Excel, und speichern Sie sie mit „Speichern unter“ als „CSV UTF-8 (durch Trennzeichen getrennt)“.",
  });
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UserError("Die Datei lässt sich nicht lesen.", {
      code: "file-unreadable",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen.",
      cause,
    });
  }
}
