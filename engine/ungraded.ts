import type { Case } from "../core/case.ts";
import {
  scoreRecordSchema,
  trialRecordSchema,
  type ScoreRecord,
  type TrialRecord,
} from "../core/trial.ts";
import { gradersOfAnswer, type GradingPlace } from "./grade.ts";
import { caseHash } from "./identity.ts";
import { isOmitted } from "./omit-answer.ts";
import { scanJournal } from "./read-journal.ts";
import { gradePending } from "./regrade.ts";

/** Finds out which answers lack a grade, without keeping answers or grades in memory. */
export interface GradingTally {
  readonly addAnswer: (trial: TrialRecord) => void;
  readonly addScore: (record: ScoreRecord) => void;
  /** Ids of answers that a grader has not judged under the present expectations. */
  readonly ungraded: () => ReadonlySet<string>;
}

/** An answer, and a bit for each grader that has not judged it. */
interface Tallied {
  readonly place: GradingPlace;
  readonly graded: Case;
  open: number;
}

/** Makes a tally over the present suites; answers whose suite or case is gone are left alone. */
export function makeGradingTally(places: ReadonlyMap<string, GradingPlace>): GradingTally {
  const tallied = new Map<string, Tallied>();
  return {
    addAnswer: ({ trialId, suite, case: id, outcome }) => {
      if (isOmitted(outcome)) return;
      const place = places.get(suite);
      const graded = place?.cases.get(id);
      if (place === undefined || graded === undefined) return;
      tallied.set(trialId, { place, graded, open: 2 ** gradersOfAnswer(place, graded).length - 1 });
    },
    addScore: ({ trialId, caseHash: hash, grader, version, score }) => {
      const one = tallied.get(trialId);
      if (one === undefined || one.open === 0 || score.status !== "scored") return;
      if (hash !== caseHash(one.place.suite, one.graded)) return;
      const at = gradersOfAnswer(one.place, one.graded).findIndex(
        ({ name, version: present }) => name === grader && version === present,
      );
      if (at >= 0) one.open &= ~(1 << at);
    },
    ungraded: () =>
      new Set(
        tallied
          .entries()
          .filter(([, { open }]) => open !== 0)
          .map(([trialId]) => trialId),
      ),
  };
}

/** Grades the answers with these ids, reading them and their grades once more. */
export async function gradeUngraded(
  files: { readonly trials: string; readonly scores: string },
  ids: ReadonlySet<string>,
  places: ReadonlyMap<string, GradingPlace>,
): Promise<ScoreRecord[]> {
  if (ids.size === 0) return [];
  const trials = new Map<string, TrialRecord>();
  await scanJournal(files.trials, trialRecordSchema, (trial) => {
    if (!ids.has(trial.trialId) || trial.outcome.status === "failed") return;
    if (!trials.has(trial.trialId)) trials.set(trial.trialId, trial);
  });
  const scores: ScoreRecord[] = [];
  await scanJournal(files.scores, scoreRecordSchema, (record) => {
    if (ids.has(record.trialId)) scores.push(record);
  });
  return gradePending(trials.values(), scores, places);
}
