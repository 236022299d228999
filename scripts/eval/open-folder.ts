import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Manifest } from "../../core/manifest.ts";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { planLineSchema } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { makeFolder, refuseLink, writeOutputFile } from "../output-folder.ts";
import { shownPath } from "../start-folder.ts";
import type { PreparedRun } from "./prepare.ts";

/** A name for a run that sorts by time, e.g. `2026-11-23-154205-quick`. */
export function runIdFor(date: Date, profile: string): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  return `${day}-${time.slice(0, 8).replaceAll(":", "")}-${profile}`;
}

/** Makes the folder of a new run, if it is not there. */
export function createRunFolder(folder: string): void {
  refuseLink(folder);
  makeFolder(folder);
}

/** Refuses a folder that already holds something; call it when its lock is held. */
export function refuseUsedFolder(folder: string): void {
  const present = readdirSync(folder).filter((name) => !name.startsWith("run.lock"));
  if (present.length === 0) return;
  throw new UserError(
    "In diesem Ordner liegt schon etwas; ein neuer Lauf beginnt in einem leeren.",
    {
      code: "folder-in-use",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: `Setzen Sie den Lauf mit „npm run eval -- --resume ${shownPath(folder)}“ fort oder wählen Sie mit --out einen anderen Ordner.`,
    },
  );
}

/** Writes what is planned: manifest, plan and the cases as they are asked. */
export function writePlan(folder: string, manifest: Manifest, prepared: PreparedRun): void {
  const files = runFiles(resolve(folder));
  const keys = prepared.plan.trials.values().map((trial) => planLineSchema.parse(trial));
  const cases = askedCases(manifest, prepared.suites).map(formatLine);
  writeOutputFile(files.cases, cases, { force: true });
  writeOutputFile(files.plan, keys.map(formatLine), { force: true });
  writeManifest(folder, manifest);
}

function* askedCases(manifest: Manifest, suites: readonly Suite[]): Generator<object> {
  for (const suite of suites) {
    const described = manifest.suites.find(({ name }) => name === suite.name)?.cases;
    const asked = new Set(described?.map(({ id }) => id));
    for (const graded of suite.cases) {
      if (asked.has(graded.id)) yield { schemaVersion: 1, suite: suite.name, case: graded };
    }
  }
}

/** Writes `manifest.json`. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeOutputFile(runFiles(folder).manifest, text, { force: true });
}
