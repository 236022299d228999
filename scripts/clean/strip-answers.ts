import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { omitAnswer, omitWording } from "../../engine/omit-answer.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { scanJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { writeFindings, writeReport } from "../conclude.ts";
import { writeManifest } from "../eval/open-folder.ts";
import { writeOutputFile } from "../output-folder.ts";

/**
 * Makes of a run what `--no-answers` would have made of it, and concludes it again. Everything that
 * the program wrote from the answers goes. Gives the names of other files in the folder, which may
 * hold answers and stay. Can be broken off and repeated.
 */
export async function stripAnswers(folder: string): Promise<string[]> {
  const files = runFiles(folder);
  const release = lockRun(folder);
  try {
    const trials: string[] = [];
    await scanJournal(files.trials, trialRecordSchema, (trial) =>
      trials.push(formatLine(withoutChecksum(omitAnswer(trial)))),
    );
    const scores: string[] = [];
    await scanJournal(files.scores, scoreRecordSchema, (record) =>
      scores.push(formatLine(withoutChecksum(omitWording(record)))),
    );
    if (existsSync(files.trials)) writeOutputFile(files.trials, trials, { force: true });
    if (existsSync(files.scores)) writeOutputFile(files.scores, scores, { force: true });
    for (const name of readdirSync(folder).filter(isMadeFromAnswers)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    writeManifest(folder, { ...readManifest(folder), noAnswers: true });
    const others = readdirSync(folder).filter((name) => !staying.has(name));
    await writeFindings(folder);
    await writeReport(folder);
    return others.toSorted();
  } finally {
    release();
  }
}

/** Reports in every format and under every name, cards, evidence, and journal lines set aside. */
function isMadeFromAnswers(name: string): boolean {
  return /^(?:cards\.jsonl|findings\.json|report.*\.(?:html|md)|faelle(?:-[a-z-]+)?|(?:ergebnisse|fehler).*\.csv|nachweise\.(?:json|csv)|vergleich(?:-[a-z-]+)?\.(?:html|json)|.+\.damaged|.+\.\d+\.tmp)$/u.test(
    name,
  );
}

const staying: ReadonlySet<string> = new Set([
  "manifest.json",
  "plan.jsonl",
  "cases.jsonl",
  "trials.jsonl",
  "scores.jsonl",
  "run.lock",
  "vvt.md",
  "dsfa.md",
]);

/** It is made anew for the new line. */
function withoutChecksum<Row extends { readonly checksum?: string | undefined }>({
  checksum: _checksum,
  ...row
}: Row): Omit<Row, "checksum"> {
  return row;
}
