import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";
import { identityOf, isAlive } from "./process-identity.ts";

/** Gives the run folder back to others. */
export type ReleaseLock = () => void;

/**
 * Takes a run folder for this process. A second start is refused and names the owner; a lock whose
 * process is gone (on this machine) is taken over.
 */
export function lockRun(folder: string): ReleaseLock {
  const path = join(folder, "run.lock");
  while (!create(path)) {
    const text = readLock(path);
    const owner = parseOwner(text);
    if (owner !== undefined && mayBeAlive(owner)) throw busy(folder, owner);
    if (text !== undefined) removeStale(path, text);
  }
  const release = (): void => {
    process.off("exit", release);
    rmSync(path, { force: true });
  };
  // An end at once leaves none behind either, as far as the process gets to know of it.
  process.on("exit", release);
  return release;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
  /** See `identityOf`; absent where the system does not tell. */
  readonly identity?: string | undefined;
}

/** Puts the lock there, whole and only if there is none: a link cannot be seen half-written. */
function create(path: string): boolean {
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    identity: identityOf(process.pid),
  };
  const draft = `${path}.${process.pid}`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600, flag: "wx" });
    putInPlace(draft, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw unwritable(path, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Codes of file systems that know no links, such as exFAT. */
const noLinks: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "ENOSYS"]);

function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!noLinks.has((cause as NodeJS.ErrnoException).code)) throw cause;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** An unreadable lock was torn by a crash; nobody holds it. */
function parseOwner(text: string | undefined): Owner | undefined {
  try {
    return JSON.parse(text ?? "") as Owner;
  } catch {
    return undefined;
  }
}

function mayBeAlive({ host, pid, identity }: Owner): boolean {
  return host !== hostname() || isAlive(pid, identity);
}

/** Moves the stale lock away; whoever was faster and holds a new one by now gets it back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== stale) putInPlace(aside, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw unwritable(path, cause);
  } finally {
    rmSync(aside, { force: true });
  }
}

function unwritable(path: string, cause: unknown): UserError {
  return new UserError("In diesen Ordner lässt sich nicht schreiben.", {
    code: "folder-unwritable",
    exitCode: exitCodes.infrastructure,
    place: { file: path },
    nextStep: "Wählen Sie mit --out einen anderen Ordner oder ändern Sie die Rechte.",
    cause,
  });
}

function busy(folder: string, owner: Owner): UserError {
  const who = `Prozess ${owner.pid} auf ${owner.host} (seit ${owner.startedAt})`;
  return new UserError(`In diesem Ordner läuft schon ein Lauf, gestartet von ${who}.`, {
    code: "run-locked",
    exitCode: exitCodes.usage,
    place: { file: folder },
    nextStep:
      "Warten Sie, bis er fertig ist, oder beenden Sie ihn. Läuft dort sicher nichts mehr, löschen Sie die Datei run.lock.",
  });
}
