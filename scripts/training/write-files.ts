import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes, UserError } from "../../core/user-error.ts";

/** Writes files into a folder, which is made where it is missing. */
export function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  } catch (cause) {
    throw new UserError("In diesen Ordner lässt sich nicht schreiben.", {
      code: "folder-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: folder },
      nextStep:
        "Nennen Sie mit --out einen anderen Ordner oder schaffen Sie Platz und Schreibrechte.",
      cause,
    });
  }
}
