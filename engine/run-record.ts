import {
  scoreRecordSchema,
  trialRecordSchema,
  type ScoreRecord,
  type TrialRecord,
} from "../core/trial.ts";
import type { z } from "zod";
import { gradeComparisons } from "./compare-answers.ts";
import type { GradingPlace } from "./grade.ts";
import { openJournals, type JournalContext } from "./journal.ts";
import { mendJournal } from "./mend-journal.ts";
import { settledTrials } from "./pending.ts";
import { readJournal } from "./read-journal.ts";
import { gradePending } from "./regrade.ts";
import { runFiles } from "./run-files.ts";

/** What a run has on record, and the way to add to it. */
export interface RunRecord {
  /** The last word on each trial. */
  readonly settled: ReadonlyMap<string, TrialRecord>;
  /** Damaged lines that were set aside. */
  readonly mended: number;
  /** Puts a finished trial into the journal, then grades it. */
  readonly add: (trial: TrialRecord) => void;
  /** Resolves when more may be added: at once, unless the disk cannot keep up or is full. */
  readonly room: () => Promise<void>;
  /** Compares answers to versions of one template, which needs all of them. */
  readonly compare: () => void;
  /** Makes everything durable. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the journals of a run folder and grades what a crash left ungraded. An answer is in its
 * journal before it is graded, and durable no later than its grades. The caller holds the lock.
 */
export async function openRunRecord(
  folder: string,
  places: ReadonlyMap<string, GradingPlace>,
  context: JournalContext,
): Promise<RunRecord> {
  const files = runFiles(folder);
  const trials = await readMended(files.trials, trialRecordSchema);
  const settled = settledTrials(trials.records);
  const judged = await readJudged(files.scores, settled);
  const scores = judged.records;
  const journals = openJournals({ trials: files.trials, scores: files.scores }, context);
  journals.append("scores", gradePending(settled.values(), scores, places));
  return {
    settled,
    mended: trials.mended + judged.mended,
    add: (trial) => {
      journals.append("trials", [trial]);
      settled.set(trial.trialId, trial);
      journals.append("scores", gradePending([trial], [], places));
    },
    room: journals.room,
    compare: () => journals.append("scores", gradeComparisons(settled.values(), scores, places)),
    close: journals.close,
  };
}

interface Mended<Row> {
  readonly records: readonly Row[];
  readonly mended: number;
}

async function readMended<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<Mended<z.output<Schema>>> {
  const { records, damaged } = await readJournal(path, schema);
  return { records, mended: damaged.length === 0 ? 0 : mendJournal(path) };
}

/**
 * Scores of answers that are there. Those of an answer that was damaged are set aside: they would
 * pass for the grades of the answer that takes its place.
 */
async function readJudged(
  path: string,
  settled: ReadonlyMap<string, TrialRecord>,
): Promise<Mended<ScoreRecord>> {
  const isThere = ({ trialId }: ScoreRecord) =>
    settled.get(trialId)?.outcome.status === "completed";
  const { records, mended } = await readMended(path, scoreRecordSchema);
  const kept = records.filter(isThere);
  if (kept.length === records.length) return { records, mended };
  mendJournal(path, (record) => !isThere(record as ScoreRecord));
  return { records: kept, mended };
}
