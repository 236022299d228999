import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";

/**
 * Refuses a file that lies outside of a folder once all links are followed, so that a suite from
 * elsewhere cannot make the program read, and send, what lies beside it. A file that is not there is
 * left to whoever reads it.
 */
export function refuseOutside(folder: string, file: string, place: Place = { file }): void {
  const inside = wayInside(folder, file);
  if (inside === undefined || !leavesFolder(inside)) return;
  throw new UserError(
    "Die Datei ist eine Verknüpfung, die aus dem Ordner der Suite hinausführt; ihr wird nicht gefolgt.",
    {
      code: "outside-suite",
      exitCode: exitCodes.usage,
      place,
      nextStep: "Legen Sie die Datei selbst in den Ordner der Suite.",
    },
  );
}

/** True for a way that begins with `..` or, on another drive, is none. */
export function leavesFolder(way: string): boolean {
  return way === ".." || way.startsWith(`..${sep}`) || /^(?:[A-Za-z]:|[/\\])/u.test(way);
}

function wayInside(folder: string, file: string): string | undefined {
  try {
    return relative(realpathSync(folder), realpathSync(file));
  } catch {
    return undefined;
  }
}
