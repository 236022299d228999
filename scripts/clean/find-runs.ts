import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../core/manifest.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";

/** A folder that holds a run. */
export interface FoundRun {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What lies in a folder of runs. */
export interface FoundRuns {
  /** Runs that nobody has touched since the cutoff. */
  readonly old: readonly FoundRun[];
  /** What is left alone although it might be looked for, and why (German). */
  readonly spared: readonly { readonly folder: string; readonly reason: string }[];
}

/**
 * Finds the runs in a folder (or the folder itself, when it is one) whose last sitting ended before
 * `cutoff`, in milliseconds since 1970. Links are never followed; younger runs and other folders are
 * passed over, what cannot be judged is named.
 */
export function findRuns(folder: string, cutoff: number): FoundRuns {
  refuseLink(folder);
  const candidates = isPlainFile(runFiles(folder).manifest)
    ? [folder]
    : readdirSync(folder).map((name) => join(folder, name));
  const old: FoundRun[] = [];
  const spared: { folder: string; reason: string }[] = [];
  for (const candidate of candidates.toSorted()) {
    const found = judge(candidate, cutoff);
    if (found === undefined) continue;
    if (typeof found === "string") spared.push({ folder: candidate, reason: found });
    else old.push(found);
  }
  return { old, spared };
}

function judge(folder: string, cutoff: number): FoundRun | string | undefined {
  const file = runFiles(folder).manifest;
  if (lstatSync(folder).isSymbolicLink()) return "Verknüpfung; ihr Ziel wird nicht angerührt";
  if (!lstatSync(folder).isDirectory() || !isThere(file)) return undefined;
  if (!isPlainFile(file)) return "manifest.json ist keine gewöhnliche Datei";
  try {
    const manifest = readManifest(folder);
    const used = lastUse(manifest);
    if (used === undefined) return "im Manifest steht nicht, wann der Lauf war";
    return used < cutoff ? { folder, manifest } : undefined;
  } catch (cause) {
    if (cause instanceof UserError) return "das Manifest ist nicht lesbar";
    throw cause;
  }
}

/** End of the last sitting, else the start of the run; absent when neither is known. */
export function lastUse({ createdAt, sessions }: Manifest): number | undefined {
  const ends = sessions.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const times = [Date.parse(createdAt), ...ends].filter((time) => !Number.isNaN(time));
  return times.length === 0 ? undefined : Math.max(...times);
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function refuseLink(folder: string): void {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  if (state?.isDirectory() === true) return;
  const isLink = state?.isSymbolicLink() === true;
  throw new UserError(
    isLink
      ? "Das ist eine Verknüpfung; ihr wird beim Löschen nicht gefolgt."
      : "Diesen Ordner gibt es nicht.",
    {
      code: isLink ? "link" : "no-folder",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Nennen Sie den Ordner selbst, in dem die Läufe liegen (meist runs).",
    },
  );
}
