import { join, resolve } from "node:path";

/** The program's own folder. */
export const programFolder = resolve(import.meta.dirname, "..");
/** Where the shipped suites lie. */
export const suitesFolder = join(programFolder, "suites");
