import { readFileSync, statSync } from "node:fs";
import { TextDecoder } from "node:util";
import { exitCodes, UserError } from "../core/user-error.ts";
import { guessEncoding } from "./text-encoding.ts";

/** Larger files are refused before they are read. */
const largestFile = 50 * 1024 * 1024;

/**
 * Reads a text file as UTF-8, without its byte-order mark. A file in another encoding (Excel's
 * plain "CSV" is Windows-1252, its "Unicode Text" UTF-16), with NUL characters or over 50 MB is refused with its place.
 */
export function readText(file: string): string {
  const bytes = readBytes(file);
  const encoding = guessEncoding(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") throw wideText(file);
  if (bytes.includes(0)) throw notText(file, bytes.subarray(0, bytes.indexOf(0)));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw wrongEncoding(file, bytes, cause);
  }
}

function readBytes(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > largestFile) {
      throw new UserError(`Die Datei ist mit ${Math.round(size / 1024 / 1024)} MB zu groß.`, {
        code: "file-too-large",
        exitCode: exitCodes.usage,
        place: { file },
        nextStep: "Teilen Sie die Fälle auf mehrere Suiten auf; eine Datei darf 50 MB haben.",
      });
    }
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
