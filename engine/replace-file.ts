import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";

/** Writes a file so that a reader sees the old or the new content, never half of it. */
export function replaceFile(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, "w", 0o600);
    try {
      writeFileSync(file, content);
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
