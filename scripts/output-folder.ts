import { lstatSync, mkdirSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";
import { shownPath } from "./start-folder.ts";

/** What is about to be written. */
export interface Output {
  /** Names of the files, as paths from the folder. */
  readonly files: readonly string[];
  /** Files that are there already may be replaced: `--force`. */
  readonly force: boolean;
}

/**
 * Makes a folder for results, readable only for its owner, and looks whether the files may be written:
 * nothing that is there is overwritten without `--force`, and no symbolic link is followed, neither
 * the folder nor a file or folder in it. Throws a `UserError` (`output-link`, `output-exists`,
 * `folder-unwritable`).
 */
export function openOutput(folder: string, { files, force }: Output): void {
  refuseLink(folder);
  for (const name of new Set(files.map((file) => dirname(file)))) refuseLink(join(folder, name));
  for (const file of files) {
    const path = join(folder, file);
    refuseLink(path);
    if (!force && stateOf(path) !== undefined) throw inTheWay(path);
  }
  makeFolder(folder);
}

/** The same for a single file that the person named. */
export function openOutputFile(path: string, { force }: { readonly force: boolean }): void {
  refuseLink(path);
  if (!force && stateOf(path) !== undefined) throw inTheWay(path);
  makeFolder(dirname(path));
}

/** Makes a folder and those above it, readable only for its owner; a `UserError` where it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UserError("In diesen Ordner lässt sich nicht schreiben.", {
      code: "folder-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: folder },
      nextStep: "Nennen Sie einen anderen Ordner oder schaffen Sie Platz und Schreibrechte.",
      cause,
    });
  }
}

/** Refuses a symbolic link: whoever made it would decide where the results go. */
export function refuseLink(path: string): void {
  if (stateOf(path)?.isSymbolicLink() !== true) return;
  throw new UserError("Das ist eine Verknüpfung (symbolischer Link); ihr wird nicht gefolgt.", {
    code: "output-link",
    exitCode: exitCodes.usage,
    place: { file: shownPath(path) },
    nextStep: "Nennen Sie den Ordner selbst, auf den sie zeigt, oder einen anderen.",
  });
}

function inTheWay(path: string): UserError {
  return new UserError("Die Datei gibt es schon; sie wird nicht überschrieben.", {
    code: "output-exists",
    exitCode: exitCodes.usage,
    place: { file: shownPath(path) },
    nextStep:
      "Nennen Sie einen anderen Ordner oder eine andere Datei, oder ersetzen Sie sie mit --force.",
  });
}

/** Nothing where there is nothing, and where the way to it is no folder: making the folder says so. */
function stateOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
