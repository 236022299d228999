import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { exitCodes, UserError } from "../core/user-error.ts";
import { formatLine } from "./journal-line.ts";

/** The calls of the file system that a journal makes; a test puts failing ones in their place. */
export interface JournalDisk {
  readonly write: (file: number, bytes: Buffer, offset: number) => number;
  readonly flush: (file: number) => void;
}

const realDisk: JournalDisk = {
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  flush: (file) => fdatasyncSync(file),
};

/** An append-only file of records. What `append` returned from is on the disk. */
export interface Journal {
  readonly append: (records: readonly object[]) => void;
  readonly close: () => void;
}

/**
 * Opens a journal for appending. A write that fails half-way (a full disk writes short and only
 * then complains) is taken back to the last whole line, so that nothing is glued to a torn one.
 */
export function openJournal(path: string, disk: JournalDisk = realDisk): Journal {
  const file = openSync(path, "a", 0o600);
  let end = fstatSync(file).size;
  return {
    append: (records) => {
      if (records.length === 0) return;
      const bytes = Buffer.from(records.map(formatLine).join(""));
      try {
        writeAll(disk, file, bytes);
        disk.flush(file);
        end += bytes.length;
      } catch (cause) {
        ftruncateSync(file, end);
        throw writeError(path, cause);
      }
    },
    close: () => closeSync(file),
  };
}

function writeAll(disk: JournalDisk, file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    const count = disk.write(file, bytes, written);
    if (count === 0) throw new Error("nothing was written");
    written += count;
  }
}

function writeError(path: string, cause: unknown): UserError {
  const full = (cause as NodeJS.ErrnoException).code === "ENOSPC";
  return new UserError(
    full
      ? "Der Datenträger ist voll; der Lauf wurde angehalten."
      : "Das Protokoll des Laufs lässt sich nicht schreiben; der Lauf wurde angehalten.",
    {
      code: full ? "disk-full" : "journal-unwritable",
      exitCode: exitCodes.infrastructure,
      place: { file: path },
      nextStep:
        "Schaffen Sie Platz oder Schreibrechte und setzen Sie mit --resume fort. Alle bis hier gespeicherten Antworten sind erhalten.",
      cause,
    },
  );
}
