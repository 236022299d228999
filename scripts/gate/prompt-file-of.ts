import { existsSync } from "node:fs";
import { relative } from "node:path";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { fromStart, sourceFromKept, startFolder } from "../start-folder.ts";

/** The prompt file of a run that was made with exactly one; else nothing to point at. Never quoted: GitHub takes it as it stands. */
export function promptFileOf(candidate: string): string | undefined {
  const folder = fromStart(candidate);
  if (!existsSync(runFiles(folder).manifest)) return undefined;
  const [only, ...others] = readManifest(folder).variantFiles;
  return only === undefined || others.length > 0
    ? undefined
    : relative(startFolder(), sourceFromKept(only.file));
}
