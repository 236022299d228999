import { isAbsolute, relative, resolve } from "node:path";
import { programFolder } from "./folders.ts";

/** Where the person typed the command: npm itself changes to the folder of the program. */
export function startFolder(): string {
  return process.env["INIT_CWD"] ?? process.cwd();
}

/** A path as the person meant it: relative to where the command was typed. */
export function fromStart(path: string): string {
  return resolve(startFolder(), path);
}

/**
 * A path as the person can type it again: relative when it lies where the command was typed or was
 * typed so, in quotation marks when it holds a space or another character of the shell.
 */
export function shownPath(path: string, typed?: string): string {
  const near = relative(startFolder(), path) || ".";
  const isNear = !near.startsWith("..") && !isAbsolute(near);
  const isTypedSo = typed !== undefined && !isAbsolute(typed);
  const shown = isNear || isTypedSo ? near : path;
  return /[^\p{L}\p{N}_./\\:@%+=,-]/u.test(shown) ? `"${shown}"` : shown;
}

/** A suite as a run keeps it: its name, or its way from the program's folder, so that both can move. */
export function keptSource(source: string): string {
  if (!isAbsolute(source)) return source;
  const way = relative(programFolder, source);
  return /[/\\]/u.test(way) ? way : `./${way}`;
}

/** The way back from {@link keptSource}; of a name nothing changes. */
export function sourceFromKept(source: string): string {
  return /[/\\]/u.test(source) ? resolve(programFolder, source) : source;
}
