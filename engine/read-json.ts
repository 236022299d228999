import { readFileSync, statSync } from "node:fs";
import { readLimits } from "../core/read-limits.ts";
import { exitCodes, UserError } from "../core/user-error.ts";

/**
 * Reads a JSON file of at most 256 MB and 64 levels; `undefined` for what is no JSON. A larger or
 * deeper one, and what is no file, is refused before it is read or built.
 */
export function readJson(file: string): { readonly value: unknown } | undefined {
  const state = statSync(file, { throwIfNoEntry: false });
  if (state?.isFile() !== true) throw refused(file, "Das ist keine gewöhnliche Datei.");
  if (state.size > readLimits.json) {
    throw refused(file, `Die Datei ist mit ${Math.round(state.size / 1024 / 1024)} MB zu groß.`);
  }
  // Editors on Windows put a byte-order mark first.
  const text = readFileSync(file, "utf8").replace(/^\ufeff/u, "");
  if (isDeeper(text, readLimits.depth)) {
    throw refused(file, `Die Datei ist tiefer als ${readLimits.depth} Ebenen verschachtelt.`);
  }
  return parseJson(text);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** True for a JSON text whose lists and objects lie deeper in one another than `most`. */
export function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (const { 0: piece } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gsu)) {
    if (piece === "[" || piece === "{") depth += 1;
    else if (piece === "]" || piece === "}") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

function refused(file: string, message: string): UserError {
  return new UserError(message, {
    code: "file-refused",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep:
      "So etwas schreibt Amtsprobe nicht. Stellen Sie die Datei aus einer Sicherung her oder beginnen Sie einen neuen Lauf.",
  });
}
