import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../core/manifest.ts";
import type { Suite } from "../../core/suite.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { openJournal } from "../../engine/journal.ts";
import { settledTrials } from "../../engine/pending.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { gradePending } from "../../engine/regrade.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { writeFindings, writeReport } from "../conclude.ts";
import { describeSuite } from "../eval/manifest.ts";
import { writeManifest } from "../eval/open-folder.ts";
import { gradingPlace, loadSuites, suiteFolder } from "../load-suites.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printError, printLine } from "../print.ts";

const help = `npm run regrade -- ORDNER

Beurteilt die Antworten eines Laufs neu, wo sich Erwartungen, Einstellungen oder Grader geändert
haben, und schreibt Auswertung und Bericht neu. Fragt nie ein Modell.

  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

/** `npm run regrade`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = { help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseOptions(words, options, "regrade");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "regrade");
  const manifest = readManifest(folder);
  const release = lockRun(folder);
  try {
    const graded = await regradeRun(folder, manifest);
    await writeFindings(folder);
    printLine(`${graded} Urteile neu. Bericht: ${await writeReport(folder)}`);
    return exitCodes.done;
  } finally {
    release();
  }
}

async function regradeRun(folder: string, manifest: Manifest): Promise<number> {
  const files = runFiles(folder);
  const trials = settledTrials(await readSoundJournal(files.trials, trialRecordSchema));
  const scores = await readSoundJournal(files.scores, scoreRecordSchema);
  const suites = presentSuites(manifest);
  const places = new Map(suites.map((suite) => [suite.name, gradingPlace(suite)]));
  const added = gradePending(trials.values(), scores, places);
  const journal = openJournal(files.scores);
  try {
    journal.append(added);
  } finally {
    journal.close();
  }
  keepSuites(folder, manifest, suites);
  return added.length;
}

/** The run's suites as they are today; one that is gone keeps the scores it has. */
function presentSuites(manifest: Manifest): Suite[] {
  const sources = manifest.suiteSources.length > 0 ? manifest.suiteSources : namesOf(manifest);
  const present = sources.filter((source) => {
    const found = isThere(source);
    if (!found)
      printError(`Die Suite „${source}“ gibt es nicht mehr; ihre Urteile bleiben, wie sie sind.`);
    return found;
  });
  return loadSuites(present);
}

function isThere(source: string): boolean {
  try {
    return existsSync(join(suiteFolder(source), "suite.yaml"));
  } catch {
    return false;
  }
}

/** The manifest and the kept cases follow the expectations that now hold. */
function keepSuites(folder: string, manifest: Manifest, suites: readonly Suite[]): void {
  const described = new Map(
    suites.map((suite) => [suite.name, describeSuite(suite, manifest.profile)]),
  );
  writeManifest(folder, {
    ...manifest,
    suites: manifest.suites.map((suite) => described.get(suite.name) ?? suite),
  });
  if (suites.length < manifest.suites.length) return;
  const lines = suites.flatMap((suite) =>
    suite.cases
      .filter(({ id }) => described.get(suite.name)?.cases.some((kept) => kept.id === id))
      .map((graded) => formatLine({ suite: suite.name, case: graded })),
  );
  replaceFile(runFiles(folder).cases, lines.join(""));
}

function namesOf(manifest: Manifest): string[] {
  return manifest.suites.map(({ name }) => name);
}
