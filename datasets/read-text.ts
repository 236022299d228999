import { readFileSync, statSync } from "node:fs";
import { TextDecoder } from "node:util";
import { readLimits } from "../core/read-limits.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { guessEncoding } from "./text-encoding.ts";

/**
 * Reads a text file as UTF-8, without its byte-order mark. A file in another encoding (Excel's
 * plain "CSV" is Windows-1252, its "Unicode Text" UTF-16), with NUL characters or over `largest` bytes is
 * refused with its place, and so is what is no file (a folder, a device, a pipe).
 */
export function readText(file: string, largest: number = readLimits.text): string {
  const bytes = readBytes(file, largest);
  const encoding = guessEncoding(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") throw wideText(file);
  if (bytes.includes(0)) throw notText(file, bytes.subarray(0, bytes.indexOf(0)));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw wrongEncoding(file, bytes, cause);
  }
}

/** The bytes of a file of at most `largest` bytes; nothing is read of a larger one, or of a pipe. */
export function readBytes(file: string, largest: number = readLimits.text): Buffer {
  try {
    const state = statSync(file);
    if (!state.isFile()) throw noFile(file);
    if (state.size > largest) throw tooLarge(file, state.size, largest);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError("Die Datei lässt sich nicht lesen.", {
      code: "file-unreadable",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen.",
      cause,
    });
  }
}

function noFile(file: string): UserError {
  return new UserError("Das ist keine gewöhnliche Datei (ein Ordner, ein Gerät oder Ähnliches).", {
    code: "no-file",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Geben Sie eine Textdatei an.",
  });
}

function tooLarge(file: string, size: number, largest: number): UserError {
  return new UserError(`Die Datei ist mit ${megabytes(size)} MB zu groß.`, {
    code: "file-too-large",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: `Eine solche Datei darf ${megabytes(largest)} MB haben. Fälle verteilen Sie auf mehrere Suiten; als Tabelle (CSV) dürfen sie 50 MB haben.`,
  });
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function wrongEncoding(file: string, bytes: Buffer, cause: unknown): UserError {
  return new UserError(
    "Die Datei ist nicht in UTF-8 gespeichert; Umlaute würden falsch gelesen (vermutlich Windows-1252).",
    {
      code: "wrong-encoding",
      exitCode: exitCodes.usage,
      place: { file, line: lineOfFirstBadByte(bytes) },
      nextStep: saveAsUtf8,
      cause,
    },
  );
}

const saveAsUtf8 =
  "Speichern Sie in Excel mit „Speichern unter“ als „CSV UTF-8 (durch Trennzeichen getrennt)“, in einem Editor mit der Kodierung UTF-8. Oder lassen Sie mit „npm run check -- --convert DATEI“ eine Kopie schreiben.";

function wideText(file: string): UserError {
  return new UserError("Die Datei ist in UTF-16 gespeichert („Unicode“), nicht in UTF-8.", {
    code: "wrong-encoding",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: saveAsUtf8,
  });
}

function notText(file: string, before: Buffer): UserError {
  return new UserError("Die Datei enthält NUL-Zeichen und ist keine Textdatei.", {
    code: "not-text",
    exitCode: exitCodes.usage,
    place: { file, line: countLines(before) },
    nextStep:
      "Speichern Sie die Datei als Text in UTF-8; eine Excel-Arbeitsmappe (.xlsx) speichern Sie als „CSV UTF-8“.",
  });
}

/** The longest valid beginning ends where the first wrong byte stands. */
function lineOfFirstBadByte(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isValid(decoder, bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

function isValid(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countLines(bytes: Buffer): number {
  return bytes.toString("latin1").split("\n").length;
}
