import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../core/case.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Suite } from "../../core/suite.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { gradeComparisons } from "../../engine/compare-answers.ts";
import { canonicalJson } from "../../engine/canonical-json.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { openJournals } from "../../engine/journal.ts";
import { settledTrials } from "../../engine/pending.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { caseLineSchema } from "../../engine/read-run.ts";
import { gradePending } from "../../engine/regrade.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { writeFindings, writeReport } from "../conclude.ts";
import { describeSuite } from "../eval/manifest.ts";
import { writeManifest } from "../eval/open-folder.ts";
import { gradingPlace, loadSuites, suiteFolder } from "../load-suites.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { writeOutputFile } from "../output-folder.ts";
import { printError, printLine } from "../print.ts";
import { shownPath, sourceFromKept } from "../start-folder.ts";

const help = `npm run regrade -- ORDNER

Beurteilt die Antworten eines Laufs neu, wo sich Erwartungen, Einstellungen oder
Grader geändert haben, und schreibt Auswertung und Bericht neu. Fragt nie ein
Modell.

  --allow-code       Programmcode ausführen, den eine Suite aus promptfoo
                     mitbringt
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

/** `npm run regrade`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    "allow-code": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "regrade");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const folder = onlyFolder(positionals, "regrade");
  const manifest = readManifest(folder);
  refuseWithoutAnswers(manifest, folder);
  const release = lockRun(folder);
  try {
    const graded = await regradeRun(folder, manifest, values["allow-code"] === true);
    await writeFindings(folder);
    printLine(`${graded} Urteile neu. Bericht: ${shownPath(await writeReport(folder))}`);
    return exitCodes.done;
  } finally {
    release();
  }
}

async function regradeRun(folder: string, manifest: Manifest, allowCode: boolean): Promise<number> {
  const files = runFiles(folder);
  const trials = settledTrials(await readSoundJournal(files.trials, trialRecordSchema));
  const scores = await readSoundJournal(files.scores, scoreRecordSchema);
  const asked = await readSoundJournal(files.cases, caseLineSchema);
  const suites = presentSuites(manifest, allowCode).map((suite) => asAsked(suite, asked));
  const places = new Map(suites.map((suite) => [suite.name, gradingPlace(suite)]));
  const added = [
    ...gradePending(trials.values(), scores, places),
    ...gradeComparisons(trials.values(), scores, places),
  ];
  const journals = openJournals({ scores: files.scores });
  try {
    journals.append("scores", added);
  } finally {
    await journals.close();
  }
  keepSuites(folder, manifest, suites);
  return added.length;
}

/** What was not kept cannot be judged anew. */
function refuseWithoutAnswers({ noAnswers }: Manifest, folder: string): void {
  if (noAnswers !== true) return;
  throw new UserError(
    "Dieser Lauf hat seine Antworten nicht aufbewahrt (--no-answers); sie lassen sich nicht neu beurteilen. Der Ordner wurde nicht verändert.",
    {
      code: "answers-not-kept",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Die Urteile gelten weiter. Für neue fragen Sie die Modelle in einem neuen Lauf.",
    },
  );
}

/**
 * The suite with its present expectations, but only for questions that were asked as they stand
 * today: an answer to another question is never judged by the new one. Such cases, and cases that
 * are gone, stay as they were asked; new ones are left to the next `eval --resume`.
 */
function asAsked(
  suite: Suite,
  asked: readonly { readonly suite: string; readonly case: Case }[],
): Suite {
  const kept = asked.filter((line) => line.suite === suite.name).map((line) => line.case);
  if (kept.length === 0) return suite;
  const present = new Map(suite.cases.map((graded) => [graded.id, graded]));
  const changed = kept.filter(
    ({ id, input }) => canonicalJson(present.get(id)?.input) !== canonicalJson(input),
  );
  if (changed.length > 0) {
    const names = changed.map(({ id }) => id).join(", ");
    printError(
      `${suite.name}: Frage oder Text wurden geändert oder gelöscht (${names}). Diese Antworten behalten ihr Urteil; neu fragt sie „npm run eval -- --resume“.`,
    );
  }
  const stale = new Set(changed);
  return {
    ...suite,
    cases: kept.map((graded) => (stale.has(graded) ? graded : (present.get(graded.id) ?? graded))),
  };
}

/** The run's suites as they are today; one that is gone keeps the scores it has. */
function presentSuites(manifest: Manifest, allowCode: boolean): Suite[] {
  const sources =
    manifest.suiteSources.length > 0
      ? manifest.suiteSources.map(sourceFromKept)
      : namesOf(manifest);
  const present = sources.filter((source) => {
    const found = isThere(source);
    if (!found)
      printError(`Die Suite „${source}“ gibt es nicht mehr; ihre Urteile bleiben, wie sie sind.`);
    return found;
  });
  return loadSuites(present, { allowCode });
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
    suites.map((suite) => {
      const known = manifest.suites.find(({ name }) => name === suite.name)?.cases;
      const ids = new Set(known?.map(({ id }) => id));
      const cases = suite.cases.filter(({ id }) => ids.size === 0 || ids.has(id));
      return [suite.name, describeSuite({ ...suite, cases }, "full")] as const;
    }),
  );
  writeManifest(folder, {
    ...manifest,
    suites: manifest.suites.map((suite) => described.get(suite.name) ?? suite),
  });
  if (suites.length < manifest.suites.length) return;
  const lines = suites.flatMap((suite) => {
    const ids = new Set(described.get(suite.name)?.cases.map(({ id }) => id));
    return suite.cases
      .filter(({ id }) => ids.has(id))
      .map((graded) => formatLine({ schemaVersion: 1, suite: suite.name, case: graded }));
  });
  writeOutputFile(runFiles(folder).cases, lines.join(""), { force: true });
}

function namesOf(manifest: Manifest): string[] {
  return manifest.suites.map(({ name }) => name);
}
