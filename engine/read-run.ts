import { z } from "zod";
import { caseSchema, type Case } from "../core/case.ts";
import type { Manifest } from "../core/manifest.ts";
import {
  scoreRecordSchema,
  trialKeySchema,
  trialRecordSchema,
  type ScoreRecord,
  type TrialRecord,
} from "../core/trial.ts";
import { readManifest } from "./read-manifest.ts";
import { readSoundJournal } from "./read-journal.ts";
import { runFiles } from "./run-files.ts";

/** A line of `cases.jsonl`. */
export const caseLineSchema = z.object({
  schemaVersion: z.literal(1).default(1),
  suite: z.string(),
  case: caseSchema,
});

/** A line of `plan.jsonl`. */
export const planLineSchema = trialKeySchema.extend({ schemaVersion: z.literal(1).default(1) });

/** Everything a run folder holds. */
export interface RunRecords {
  readonly manifest: Manifest;
  /** Only trials that are (still) planned, when the run keeps its plan. */
  readonly trials: readonly TrialRecord[];
  readonly scores: readonly ScoreRecord[];
  readonly cases: readonly { readonly suite: string; readonly case: Case }[];
}

/** As {@link readRun}, but with the scores of deciding graders only: all that a verdict needs. */
export async function readJudgedRun(folder: string): Promise<RunRecords> {
  const deciding = new Set(
    readManifest(folder).suites.flatMap(({ graders, cases }) => [
      ...graders.must,
      ...graders.guard,
      ...cases.flatMap(({ must = [] }) => must),
    ]),
  );
  return readRun(folder, ({ grader }) => deciding.has(grader));
}

/** Reads a finished or broken-off run; damage is an error that names file and line. */
export async function readRun(
  folder: string,
  isWanted?: (score: ScoreRecord) => boolean,
): Promise<RunRecords> {
  const files = runFiles(folder);
  const manifest = readManifest(folder);
  const plan = await readSoundJournal(files.plan, planLineSchema);
  const planned = new Set(plan.map((key) => key.trialId));
  const trials = await readSoundJournal(files.trials, trialRecordSchema);
  return {
    manifest,
    trials: planned.size === 0 ? trials : trials.filter(({ trialId }) => planned.has(trialId)),
    scores: await readSoundJournal(files.scores, scoreRecordSchema, isWanted),
    cases: await readSoundJournal(files.cases, caseLineSchema),
  };
}
