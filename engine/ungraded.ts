import type { Case } from "../core/case.ts";
import {
  scoreRecordSchema,
  trialRecordSchema,
  type ScoreRecord,
  type TrialRecord,
} from "../core/trial.ts";
import { gradersOfAnswer, type GradingPlace } from "./grade.ts";
import { makeIdTable } from "./id-table.ts";
import { caseHash } from "./identity.ts";
import { isOmitted } from "./omit-answer.ts";
import { scanJournal } from "./read-journal.ts";
import { gradePending } from "./regrade.ts";
import type { ScoreHead } from "./score-heads.ts";

/**
 * Knows which trials have an answer and which answers lack a grade, without keeping answers or grades in
 * memory.
 */
export interface GradingTally {
  readonly addAnswer: (trial: TrialRecord) => void;
  /** False for a score without its answer. */
  readonly addScore: (head: ScoreHead) => boolean;
  readonly isAnswered: (trialId: string) => boolean;
  /** True for an answer that a grader has not judged under the present expectations. */
  readonly isUngraded: (trialId: string) => boolean;
  /** Answers that {@link isUngraded}. */
  readonly ungraded: () => number;
}

/** Makes a tally over the present suites; answers whose suite or case is gone are left alone. */
export function makeGradingTally(places: ReadonlyMap<string, GradingPlace>): GradingTally {
  const answers = makeIdTable();
  // By the number of the answer: its suite and case, and a bit for each grader that has not judged it.
  const suites: (GradingPlace | undefined)[] = [];
  const cases: (Case | undefined)[] = [];
  const open: number[] = [];
  const bitOf = (number: number, { caseHash: hash, grader, version }: ScoreHead): number => {
    const [place, graded] = [suites[number], cases[number]];
    if (place === undefined || graded === undefined) return 0;
    if (hash !== caseHash(place.suite, graded)) return 0;
    const at = gradersOfAnswer(place, graded).findIndex(
      (one) => one.name === grader && one.version === version,
    );
    return at < 0 ? 0 : 1 << at;
  };
  return {
    addAnswer: ({ trialId, suite, case: id, outcome }) => {
      const number = answers.add(trialId);
      const place = isOmitted(outcome) ? undefined : places.get(suite);
      const graded = place?.cases.get(id);
      suites[number] = place;
      cases[number] = graded;
      open[number] =
        place === undefined || graded === undefined
          ? 0
          : 2 ** gradersOfAnswer(place, graded).length - 1;
    },
    addScore: (head) => {
      const number = answers.find(head.trialId);
      if (number === undefined) return false;
      const left = open[number] ?? 0;
      if (left !== 0 && head.status === "scored") open[number] = left & ~bitOf(number, head);
      return true;
    },
    isAnswered: (trialId) => answers.find(trialId) !== undefined,
    isUngraded: (trialId) => (open[answers.find(trialId) ?? -1] ?? 0) !== 0,
    ungraded: () => open.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0),
  };
}

/** Grades the answers that lack a grade, reading them and their grades once more. */
export async function gradeUngraded(
  files: { readonly trials: string; readonly scores: string },
  tally: Pick<GradingTally, "isUngraded" | "ungraded">,
  places: ReadonlyMap<string, GradingPlace>,
): Promise<ScoreRecord[]> {
  if (tally.ungraded() === 0) return [];
  const trials = new Map<string, TrialRecord>();
  await scanJournal(files.trials, trialRecordSchema, (trial) => {
    if (!tally.isUngraded(trial.trialId) || trial.outcome.status === "failed") return;
    if (!trials.has(trial.trialId)) trials.set(trial.trialId, trial);
  });
  const scores: ScoreRecord[] = [];
  await scanJournal(files.scores, scoreRecordSchema, (record) => {
    if (tally.isUngraded(record.trialId)) scores.push(record);
  });
  return gradePending(trials.values(), scores, places);
}
