import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes, UserError } from "../../../core/user-error.ts";

/**
 * Writes files into a new folder, all or none: they are written beside it and moved at the end. A folder
 * with anything in it is left alone.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UserError("Den Ordner gibt es schon, und er ist nicht leer.", {
      code: "folder-taken",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Nennen Sie mit --out einen neuen Ordner.",
    });
  }
  const draft = `${folder}.neu-${process.pid}`;
  try {
    for (const [name, text] of files) {
      const file = join(draft, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw new UserError("Der Ordner lässt sich nicht schreiben.", {
      code: "folder-unwritable",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep:
        "Prüfen Sie, ob Sie dort schreiben dürfen, oder nennen Sie mit --out einen anderen.",
      cause,
    });
  }
}
