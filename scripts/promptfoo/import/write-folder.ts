import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { normalize } from "node:path";
import { exitCodes, UserError } from "../../../core/user-error.ts";
import { leavesFolder } from "../../../datasets/inside-folder.ts";
import { refuseLink, writeOutput } from "../../output-folder.ts";

/**
 * Writes files into a new folder, all or none: they are written beside it and moved at the end. A folder
 * with anything in it is left alone. Names come out of foreign files: one that leads elsewhere is refused.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  refuseLink(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UserError("Den Ordner gibt es schon, und er ist nicht leer.", {
      code: "folder-taken",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Nennen Sie mit --out einen neuen Ordner.",
    });
  }
  refuseStray([...files.keys()]);
  const draft = `${folder}.neu-${process.pid}`;
  try {
    rmSync(draft, { recursive: true, force: true });
    writeOutput(draft, files, { force: false });
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

function refuseStray(names: readonly string[]): void {
  const stray = names.find((name) => leavesFolder(normalize(name.replaceAll("\\", "/"))));
  if (stray === undefined) return;
  throw new UserError(`Die Datei „${stray}“ läge außerhalb des neuen Ordners.`, {
    code: "outside-suite",
    exitCode: exitCodes.usage,
    place: { file: stray },
    nextStep: "Nennen Sie in der Suite nur Dateien in ihrem Ordner. Geschrieben wurde nichts.",
  });
}
