import { join, resolve } from "node:path";

/** The program's own folder. */
export const programFolder = resolve(import.meta.dirname, "..");
/** Where the shipped suites lie. */
export const suitesFolder = join(programFolder, "suites");

/**
 * The place a person means with a relative path: seen from where they called `npm run`, which
 * itself always starts a command in the program's folder.
 */
export function fromHere(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}
