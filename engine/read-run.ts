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
import type { Slimmer } from "./slim-records.ts";

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

/** What of a run is read, and how. */
export interface ReadRunOptions {
  /** Scores that are wanted; all without it. */
  readonly isWanted?: (score: ScoreRecord) => boolean;
  /** Makes trials and scores small as they are read. */
  readonly slimmer?: Slimmer;
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
  return readRun(folder, { isWanted: ({ grader }) => deciding.has(grader) });
}

/** Reads a finished or broken-off run; damage is an error that names file and line. */
export async function readRun(
  folder: string,
  { isWanted = () => true, slimmer }: ReadRunOptions = {},
): Promise<RunRecords> {
  const files = runFiles(folder);
  const manifest = readManifest(folder);
  // What is kept of a record is not the record, so none is "wanted".
  const planned = new Set<string>();
  await readSoundJournal(files.plan, planLineSchema, ({ trialId }) => {
    planned.add(trialId);
    return false;
  });
  const trials: TrialRecord[] = [];
  await readSoundJournal(files.trials, trialRecordSchema, (trial) => {
    const isPlanned = planned.size === 0 || planned.has(trial.trialId);
    if (isPlanned) trials.push(slimmer?.trial(trial) ?? trial);
    return false;
  });
  const scores: ScoreRecord[] = [];
  await readSoundJournal(files.scores, scoreRecordSchema, (score) => {
    if (isWanted(score)) scores.push(slimmer?.score(score) ?? score);
    return false;
  });
  return { manifest, trials, scores, cases: await readSoundJournal(files.cases, caseLineSchema) };
}
