import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";
import { isAlive } from "./process-identity.ts";

/**
 * Writes a file so that a reader sees the old or the new content, never half of it. Content that
 * comes in pieces is never in memory as a whole.
 */
export function replaceFile(path: string, content: string | Uint8Array | Iterable<string>): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    removeLeftovers(path);
    // A link that somebody put there is not followed.
    rmSync(temporary, { force: true });
    const file = openSync(temporary, "wx", 0o600);
    try {
      if (typeof content === "string" || content instanceof Uint8Array)
        writeFileSync(file, content);
      else writePieces(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    flushFolder(dirname(path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new UserError("Die Datei lässt sich nicht schreiben.", {
      code: (cause as NodeJS.ErrnoException).code === "ENOSPC" ? "disk-full" : "file-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: path },
      nextStep: "Schaffen Sie Platz oder Schreibrechte und starten Sie den Befehl erneut.",
      cause,
    });
  }
}

/** What processes left that were killed while they wrote this file. */
function removeLeftovers(path: string): void {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start)) continue;
    const pid = /^(\d+)\.tmp$/u.exec(name.slice(start.length))?.[1];
    if (pid !== undefined && !isAlive(Number(pid), undefined)) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

/** Characters that are written in one go. */
const pieceLength = 256 * 1024;

function writePieces(file: number, pieces: Iterable<string>): void {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceLength) continue;
    writeFileSync(file, text);
    text = "";
  }
  writeFileSync(file, text);
}

/** Makes the rename itself durable; not every system lets a folder be flushed. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
