import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";

/**
 * Deletes a run folder with everything in it; links in it go, their targets stay. The manifest goes
 * last, so that what is broken off is still known as a run. Throws `run-locked` while it is running.
 */
export function removeRun(folder: string): void {
  const release = lockRun(folder);
  try {
    const last = basename(runFiles(folder).manifest);
    for (const name of readdirSync(folder)) {
      if (name !== last && !name.startsWith("run.lock")) remove(join(folder, name));
    }
    remove(join(folder, last));
  } finally {
    release();
  }
  rmdirSync(folder);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
