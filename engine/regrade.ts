import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import { gradersOfAnswer, gradeTrial, type GradingPlace } from "./grade.ts";
import { caseHash } from "./identity.ts";
import { isOmitted } from "./omit-answer.ts";
import { gradingKey, pendingGraders } from "./pending.ts";

/**
 * Grades what has not been graded yet: new answers, edited expectations, raised grader versions,
 * and what a grader could not judge before (it may have failed for a passing reason; the same
 * result is not recorded twice). Graders that compare answers come later, see
 * `gradeComparisons`. Never calls a model. Answers whose suite or case is gone keep the
 * scores they have, and so do answers that were not kept.
 */
export function gradePending(
  trials: Iterable<TrialRecord>,
  scores: readonly ScoreRecord[],
  places: ReadonlyMap<string, GradingPlace>,
): ScoreRecord[] {
  const done = new Set(scores.filter(({ score }) => score.status === "scored").map(gradingKey));
  const added: ScoreRecord[] = [];
  for (const trial of trials) {
    const place = places.get(trial.suite);
    const graded = place?.cases.get(trial.case);
    if (place === undefined || graded === undefined || isOmitted(trial.outcome)) continue;
    const graders = pendingGraders(trial, caseHash(place.suite, graded), {
      graders: gradersOfAnswer(place, graded),
      done,
    });
    added.push(...gradeTrial(trial, graded, { suite: place.suite, graders }));
  }
  if (added.length === 0) return added;
  const known = new Set(scores.map(resultKey));
  return added.filter((record) => !known.has(resultKey(record)));
}

function resultKey(record: ScoreRecord): string {
  return `${gradingKey(record)}/${record.score.status}/${record.score.reason}`;
}
