import { appendFileSync } from "node:fs";
import type { JournalDisk } from "../../engine/journal-file.ts";

/** A disk with little room, whose flushes a test can hold up or let fail. */
export interface WeakDisk extends JournalDisk {
  /** Bytes that still fit; 0 is a full disk. */
  room: number;
  /** Called before each flush; what it throws is the flush's failure. */
  onSync: () => Promise<void> | void;
  /** How many flushes succeeded. */
  syncs: number;
}

/** Makes a disk that writes short when it runs full, and only then complains, as real ones do. */
export function weakDisk(): WeakDisk {
  const disk: WeakDisk = {
    room: Number.POSITIVE_INFINITY,
    onSync: () => undefined,
    syncs: 0,
    write: (file, bytes, offset) => {
      const count = Math.min(disk.room, bytes.length - offset);
      if (count === 0) throw diskFull();
      disk.room -= count;
      appendFileSync(file, bytes.subarray(offset, offset + count));
      return count;
    },
    sync: async () => {
      await disk.onSync();
      disk.syncs += 1;
    },
  };
  return disk;
}

/** What a system says when a disk is full. */
export function diskFull(): Error {
  return Object.assign(new Error("no space left"), { code: "ENOSPC" });
}
