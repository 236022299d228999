import { trialRecordSchema, type ScoreRecord, type TrialRecord } from "../core/trial.ts";
import { compareRecorded } from "./compare-answers.ts";
import type { GradingPlace } from "./grade.ts";
import { makeHeldAnswers, type HeldAnswers } from "./held-answers.ts";
import { openJournals, type JournalContext, type Journals } from "./journal.ts";
import { judgeRecorded } from "./judge-answers.ts";
import { mendJournal } from "./mend-journal.ts";
import { isOmitted, omitAnswer, omitWording } from "./omit-answer.ts";
import { scanJournal } from "./read-journal.ts";
import { gradePending } from "./regrade.ts";
import { runFiles } from "./run-files.ts";
import { scanScoreHeads } from "./score-heads.ts";
import { gradeUngraded, makeGradingTally, type GradingTally } from "./ungraded.ts";

/** What a run has on record, and the way to add to it. Answers stay in the files, not in memory. */
export interface RunRecord {
  /** True when a trial had an answer when the record was opened; what is added later is not kept. */
  readonly isAnswered: (trialId: string) => boolean;
  /** Damaged lines that were set aside. */
  readonly mended: number;
  /** Puts a finished trial into the journal, then grades it. */
  readonly add: (trial: TrialRecord) => void;
  /** Resolves when more may be added: at once, unless the disk cannot keep up or is full. */
  readonly room: () => Promise<void>;
  /** Compares answers to versions of one template, which needs all of them. */
  readonly compare: () => Promise<void>;
  /** Lets graders that ask a model judge, until they are done or the signal ends them. */
  readonly judge: (signal: AbortSignal) => Promise<void>;
  /** Makes everything durable. */
  readonly close: () => Promise<void>;
}

export interface RecordContext extends JournalContext {
  /** Answers are graded first and then put into the journal without their text. */
  readonly noAnswers?: boolean | undefined;
  /** Is handed every answer that is there already. */
  readonly onAnswer?: ((trial: TrialRecord) => void) | undefined;
}

type Places = ReadonlyMap<string, GradingPlace>;

/**
 * Opens the journals of a run folder and grades what a crash left ungraded. An answer is in its
 * journal before it is graded, and durable no later than its grades; with `noAnswers` it is the other way
 * round, so that a crash never leaves an answer that nobody can grade. The caller holds the lock.
 */
export async function openRunRecord(
  folder: string,
  places: Places,
  context: RecordContext,
): Promise<RunRecord> {
  const files = runFiles(folder);
  const tally = makeGradingTally(places);
  const held = makeHeldAnswers(places);
  const mendedTrials = await scanMended(files.trials, (trial) => {
    if (trial.outcome.status === "failed" || tally.isAnswered(trial.trialId)) return;
    tally.addAnswer(trial);
    if (isOmitted(trial.outcome)) held.add(trial);
    context.onAnswer?.(trial);
  });
  const mendedScores = await scanScores(files.scores, tally);
  const journals = openPair(files, context);
  journals.append("scores", await gradeUngraded(files, tally, places));
  return {
    isAnswered: tally.isAnswered,
    mended: mendedTrials + mendedScores,
    add:
      context.noAnswers === true ? addOmitted(journals, places, held) : addKept(journals, places),
    room: journals.room,
    compare: async () => {
      await journals.room();
      const compared =
        context.noAnswers === true ? held.compare() : await compareRecorded(files, places);
      journals.append("scores", compared);
    },
    judge: async (signal) => {
      await journals.room();
      const append = (records: ScoreRecord[]) => journals.append("scores", records);
      await judgeRecorded({ files, append, signal }, places);
    },
    close: journals.close,
  };
}

type Pair = Journals<"trials" | "scores">;

function addKept(journals: Pair, places: Places): RunRecord["add"] {
  return (trial) => {
    journals.append("trials", [trial]);
    journals.append("scores", gradePending([trial], [], places));
  };
}

function addOmitted(journals: Pair, places: Places, held: HeldAnswers): RunRecord["add"] {
  return (trial) => {
    held.add(trial);
    journals.append("scores", gradePending([trial], [], places).map(omitWording));
    journals.append("trials", [omitAnswer(trial)]);
  };
}

/**
 * What is lost in a power cut is lost in the order of the names. An answer that is kept can be graded
 * again, so it goes first; one that is not has to have its grades.
 */
function openPair(
  { trials, scores }: { readonly trials: string; readonly scores: string },
  context: RecordContext,
): Pair {
  return openJournals(
    context.noAnswers === true ? { scores, trials } : { trials, scores },
    context,
  );
}

/** Reads the answers; damaged lines are set aside and counted. */
async function scanMended(path: string, onTrial: (trial: TrialRecord) => void): Promise<number> {
  const { damaged } = await scanJournal(path, trialRecordSchema, onTrial);
  return damaged.length === 0 ? 0 : mendJournal(path);
}

/**
 * Reads the scores of answers that are there. Those of an answer that was damaged are set aside:
 * they would pass for the grades of the answer that takes its place.
 */
async function scanScores(path: string, tally: GradingTally): Promise<number> {
  let strays = 0;
  const { damaged } = await scanScoreHeads(path, (head) => {
    if (!tally.addScore(head)) strays += 1;
  });
  const mended = damaged.length === 0 ? 0 : mendJournal(path);
  if (strays > 0) {
    mendJournal(path, (record) => !tally.isAnswered((record as { trialId: string }).trialId));
  }
  return mended;
}
