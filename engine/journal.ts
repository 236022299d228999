import { systemClock, type Clock } from "./clock.ts";
import { makeGroupCommit, type GroupContext } from "./group-commit.ts";
import { openJournalFile, type JournalDisk, type JournalFile } from "./journal-file.ts";
import { formatLine } from "./journal-line.ts";
import { journalTrouble } from "./journal-trouble.ts";

/** Append-only files of records that are made durable together. */
export interface Journals<Name extends string> {
  /**
   * Writes records and returns at once. They stand in the files in the order of the calls and survive
   * the death of the process; a power cut they survive one group commit later.
   */
  readonly append: (name: Name, records: readonly object[]) => void;
  /** Resolves when more may be appended: at once, unless too much is not durable yet. */
  readonly room: () => Promise<void>;
  /** Makes everything durable and closes the files. */
  readonly close: () => Promise<void>;
}

/** Where a journal gets time and disk from, and whom it tells of a full one. */
export interface JournalContext extends Pick<GroupContext, "onWait" | "onContinue"> {
  readonly clock?: Clock | undefined;
  /** Ends the wait for space on a full disk. */
  readonly signal?: AbortSignal | undefined;
  readonly disk?: JournalDisk | undefined;
}

/** Records that are written in one piece. */
const pieceSize = 1000;

/**
 * Opens journals for appending. Lines are written at once and made durable in groups, one
 * `fdatasync` per file and group, so that no call waits for the disk. What is lost in a power cut is
 * lost from the end only, in the order of the names: list what others build on first. When the disk
 * is full the lines are kept in memory, `room` holds the callers back, and they are written as soon
 * as there is space. An abort of that wait, or any other trouble, is a `UserError` from every method.
 */
export function openJournals<Name extends string>(
  paths: Readonly<Record<Name, string>>,
  context: JournalContext = {},
): Journals<Name> {
  const files = openFiles(paths, context.disk);
  const group = makeGroupCommit([...files.values()], {
    ...context,
    clock: context.clock ?? systemClock,
    signal: context.signal ?? new AbortController().signal,
  });
  return {
    append: (name, records) => {
      const file = files.get(name);
      if (file === undefined) throw new RangeError(`no journal ${name}`);
      for (let start = 0; start < records.length; start += pieceSize) {
        const piece = records.slice(start, start + pieceSize);
        const bytes = Buffer.from(piece.map(formatLine).join(""));
        group.add({ file, bytes, lines: piece.length });
      }
    },
    room: group.room,
    close: async () => {
      try {
        await group.finish();
      } finally {
        for (const file of files.values()) file.close();
      }
    },
  };
}

function openFiles(
  paths: Readonly<Record<string, string>>,
  disk: JournalDisk | undefined,
): Map<string, JournalFile> {
  const files = new Map<string, JournalFile>();
  for (const [name, path] of Object.entries(paths)) {
    try {
      files.set(name, openJournalFile(path, disk));
    } catch (cause) {
      for (const file of files.values()) file.close();
      throw journalTrouble(path, cause);
    }
  }
  return files;
}
