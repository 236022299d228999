import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";
import { noFollow } from "../engine/no-follow.ts";
import { replaceFile } from "../engine/replace-file.ts";
import { shownPath } from "./start-folder.ts";

/** What stands in a file; in pieces it is never in memory as a whole. */
export type Content = string | Uint8Array | Iterable<string>;

/** Whether files that are there already may be replaced: `--force`. */
export interface Leave {
  readonly force: boolean;
}

/** What is about to be written. */
interface Output extends Leave {
  /** Names of the files, as paths from the folder. */
  readonly files: readonly string[];
}

/**
 * Writes files into a folder for results, all of them after it is known that each may be written; see
 * {@link openOutput}. Names are paths from the folder; each file is whole or as it was.
 */
export function writeOutput(
  folder: string,
  files: ReadonlyMap<string, Content>,
  { force }: Leave,
): void {
  openOutput(folder, { files: [...files.keys()], force });
  for (const [name, content] of files) {
    makeFolder(dirname(join(folder, name)));
    replaceFile(join(folder, name), content);
  }
}

/** The same for a single file that the person named. */
export function writeOutputFile(path: string, content: Content, { force }: Leave): void {
  openOutputFile(path, { force });
  replaceFile(path, content);
}

/** Adds to a file that belongs to somebody else, such as the summary of a CI; follows no link. */
export function appendOutputFile(path: string, text: string): void {
  refuseLink(path);
  refuseOddFile(path);
  const { O_APPEND, O_CREAT, O_WRONLY } = constants;
  const file = openSync(path, O_APPEND | O_CREAT | O_WRONLY | noFollow, 0o600);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/**
 * Makes a folder for results, readable only for its owner, and looks whether the files may be written:
 * nothing that is there is overwritten without `--force`, no symbolic link is followed, neither
 * the folder nor a file or folder in it, and what is no ordinary file (a pipe, a device) is never
 * replaced. Throws a `UserError` (`output-link`, `output-exists`, `output-odd`, `folder-unwritable`).
 */
export function openOutput(folder: string, { files, force }: Output): void {
  refuseLink(folder);
  for (const name of new Set(files.map((file) => dirname(file)))) refuseLink(join(folder, name));
  for (const file of files) checkFile(join(folder, file), force);
  makeFolder(folder);
}

/** The same for a single file that the person named. */
export function openOutputFile(path: string, { force }: Leave): void {
  checkFile(path, force);
  makeFolder(dirname(path));
}

function checkFile(path: string, force: boolean): void {
  refuseLink(path);
  refuseOddFile(path);
  if (!force && stateOf(path) !== undefined) throw inTheWay(path);
}

/** Makes a folder and those above it, readable only for its owner; a `UserError` where it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UserError("Der Ordner lässt sich nicht anlegen.", {
      code: "folder-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: folder },
      nextStep:
        "Nennen Sie einen anderen Ordner (--out), oder schaffen Sie Platz und Schreibrechte.",
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

/** Refuses what is there and no ordinary file: it would be replaced by one. */
function refuseOddFile(path: string): void {
  if (stateOf(path)?.isFile() ?? true) return;
  throw new UserError("Das ist keine gewöhnliche Datei; dorthin wird nichts geschrieben.", {
    code: "output-odd",
    exitCode: exitCodes.usage,
    place: { file: shownPath(path) },
    nextStep: "Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.",
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
