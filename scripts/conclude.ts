import { analyse } from "../analysis/analyse.ts";
import type { Card } from "../core/card.ts";
import { cardSchema } from "../core/card.ts";
import { findingsSchema, type Findings } from "../core/findings.ts";
import { checkValue, describeFlaw } from "../core/messages.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { formatLine } from "../engine/journal-line.ts";
import { readJson } from "../engine/read-json.ts";
import { readManifest } from "../engine/read-manifest.ts";
import { readSoundJournal } from "../engine/read-journal.ts";
import { readRun } from "../engine/read-run.ts";
import { runFiles } from "../engine/run-files.ts";
import { makeSlimmer } from "../engine/slim-records.ts";
import { reportNames } from "../reports/catalogue.ts";
import { renderReport } from "../reports/html.ts";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { writeOutputFile } from "./output-folder.ts";
import { requirementsOfRun } from "./requirements.ts";
import { writeEvidence } from "./write-evidence.ts";
import { writeReportFiles } from "./write-report-files.ts";

/**
 * Analyses a run folder and writes `findings.json`, `cards.jsonl` and the list of evidence. The
 * requirements are those in the manifest. Never calls a model.
 */
export async function writeFindings(folder: string): Promise<Findings> {
  const files = runFiles(folder);
  const records = await readRun(folder, { slimmer: makeSlimmer() });
  const requirements = requirementsOfRun(records.manifest, files.manifest);
  const { findings, cards } = analyse({ ...records, requirements });
  // Whoever wanted the command to end while it could not listen is heard before anything is replaced.
  await wait(0);
  writeOutputFile(files.findings, `${JSON.stringify(findings, null, 2)}\n`, { force: true });
  writeOutputFile(files.cards, cards.values().map(formatLine), { force: true });
  const source = { findings, manifest: records.manifest, requirements };
  writeEvidence(folder, source, { withReport: false });
  return findings;
}

/**
 * Renders `report.html`, and `faelle/` beside it for failures it has no room for, from what the
 * analysis wrote, and adds the hashes to the list of evidence; computes nothing. Pages of an earlier
 * report are taken away. Gives the path of the report.
 */
export async function writeReport(folder: string): Promise<string> {
  const { findings, cards } = await readConclusion(folder);
  const [report] = writeReportFiles(folder, renderReport(findings, cards), reportNames.cases);
  listReport(folder, findings);
  return report ?? runFiles(folder).report;
}

/** Writes the list of evidence again, with the hash of the `report.html` that stands there now. */
export function listReport(folder: string, findings: Findings): void {
  const manifest = readManifest(folder);
  const requirements = requirementsOfRun(manifest, runFiles(folder).manifest);
  writeEvidence(folder, { findings, manifest, requirements }, { withReport: true });
}

/** What the analysis wrote of a run: `findings.json` and `cards.jsonl`. */
export async function readConclusion(
  folder: string,
): Promise<{ readonly findings: Findings; readonly cards: readonly Card[] }> {
  const files = runFiles(folder);
  const findings = readFindings(files.findings);
  return { findings, cards: await readSoundJournal(files.cards, cardSchema) };
}

/** Reads `findings.json`; what is wrong with it is an error that says how to get a new one. */
export function readFindings(file: string): Findings {
  if (!existsSync(file)) throw unusable(file, "Die Auswertung fehlt noch.");
  const result = checkValue(findingsSchema, parse(file));
  if (result.ok) return result.value;
  const [flaw] = result.flaws;
  throw unusable(file, `Die Auswertung passt nicht zum Format: ${describeFlaw(flaw)}`);
}

function parse(file: string): unknown {
  const read = readJson(file);
  if (read === undefined) throw unusable(file, "Die Auswertung ist kein gültiges JSON.");
  return read.value;
}

function unusable(file: string, message: string): UserError {
  return new UserError(message, {
    code: "findings-unusable",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Erzeugen Sie sie neu mit „npm run analyse -- ORDNER“.",
  });
}
