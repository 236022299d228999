import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";

/** Gives the run folder back to others. */
export type ReleaseLock = () => void;

/**
 * Takes a run folder for this process. A second start is refused and names the owner; a lock whose
 * process is gone (on this machine) is taken over.
 */
export function lockRun(folder: string): ReleaseLock {
  const path = join(folder, "run.lock");
  if (!create(path)) {
    const owner = readOwner(path);
    if (isAlive(owner)) throw busy(folder, owner);
    rmSync(path, { force: true });
    if (!create(path)) throw busy(folder, readOwner(path));
  }
  return () => rmSync(path, { force: true });
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
}

function create(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    const owner: Owner = {
      pid: process.pid,
      host: hostname(),
      startedAt: new Date().toISOString(),
    };
    writeSync(file, JSON.stringify(owner));
    closeSync(file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new UserError("In diesen Ordner lässt sich nicht schreiben.", {
      code: "folder-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: path },
      nextStep: "Wählen Sie mit --out einen anderen Ordner oder ändern Sie die Rechte.",
      cause,
    });
  }
}

/** An unreadable lock was torn by a crash; nobody holds it. */
function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner | undefined): boolean {
  if (owner === undefined) return false;
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function busy(folder: string, owner: Owner | undefined): UserError {
  const who =
    owner === undefined
      ? "einem anderen Prozess"
      : `Prozess ${owner.pid} auf ${owner.host} (seit ${owner.startedAt})`;
  return new UserError(`In diesem Ordner läuft schon ein Lauf, gestartet von ${who}.`, {
    code: "run-locked",
    exitCode: exitCodes.usage,
    place: { file: folder },
    nextStep:
      "Warten Sie, bis er fertig ist, oder beenden Sie ihn. Läuft dort sicher nichts mehr, löschen Sie die Datei run.lock.",
  });
}
