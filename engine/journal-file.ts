import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import { promisify } from "node:util";
import { mendJournal } from "./mend-journal.ts";
import { noFollow } from "./no-follow.ts";

/** The calls of the file system that a journal makes; a test puts failing ones in their place. */
export interface JournalDisk {
  /** Writes from `offset` on and gives the number of bytes written, which may be short. */
  readonly write: (file: number, bytes: Buffer, offset: number) => number;
  /** Resolves when what was written survives a power cut. */
  readonly sync: (file: number) => Promise<void>;
}

export const realDisk: JournalDisk = {
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  sync: promisify(fdatasync),
};

/** An append-only file that only ever holds whole lines, as far as the file system lets it. */
export interface JournalFile {
  readonly path: string;
  /**
   * Writes all bytes or none: a write that fails half-way (a full disk writes short and only then
   * complains) is taken back to the last whole line, so that nothing is glued to a torn one.
   */
  readonly write: (bytes: Buffer) => void;
  /** Resolves when everything written up to now survives a power cut. */
  readonly sync: () => Promise<void>;
  /** Takes back what a failed `sync` may have lost. */
  readonly takeBack: () => void;
  readonly close: () => void;
}

const { O_RDWR, O_APPEND, O_CREAT } = constants;
/** As `a+`, but a symbolic link in the journal's place is refused (where the system knows how). */
const appending = O_RDWR | O_APPEND | O_CREAT | noFollow;

/** Opens a journal file for appending; a torn last line is set aside first. */
export function openJournalFile(path: string, disk: JournalDisk = realDisk): JournalFile {
  const file = openSync(path, appending, 0o600);
  if (!endsWithNewline(file)) {
    closeSync(file);
    mendJournal(path);
    return openJournalFile(path, disk);
  }
  let end = fstatSync(file).size;
  let durable = end;
  return {
    path,
    write: (bytes) => {
      try {
        writeAll(disk, file, bytes);
      } catch (cause) {
        ftruncateSync(file, end);
        throw cause;
      }
      end += bytes.length;
    },
    sync: async () => {
      const reached = end;
      await disk.sync(file);
      durable = reached;
    },
    takeBack: () => {
      ftruncateSync(file, durable);
      end = durable;
    },
    close: () => closeSync(file),
  };
}

function endsWithNewline(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() === "\n";
}

function writeAll(disk: JournalDisk, file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    const count = disk.write(file, bytes, written);
    if (count === 0) throw new Error("nothing was written");
    written += count;
  }
}
