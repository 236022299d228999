import type { Case } from "../core/case.ts";
import type { Grader } from "../core/grader.ts";
import {
  scoreRecordSchema,
  trialRecordSchema,
  type ScoreRecord,
  type TrialRecord,
} from "../core/trial.ts";
import { decidingGraders, gradeTrial, type GradingPlace } from "./grade.ts";
import { caseHash } from "./identity.ts";
import { isOmitted } from "./omit-answer.ts";
import { gradingKey, settledTrials } from "./pending.ts";
import { scanJournal } from "./read-journal.ts";

/**
 * Grades with the graders that compare the answers to the versions of one template. It can only be
 * done once the answers are there, so it comes after the calls, and again whenever one was added: a
 * result is recorded when it differs from the last one. Never calls a model. Where some of the answers
 * were not kept, the comparison is unscored; where none was, it stays as it is.
 */
export function gradeComparisons(
  trials: Iterable<TrialRecord>,
  scores: readonly ScoreRecord[],
  places: ReadonlyMap<string, GradingPlace>,
): ScoreRecord[] {
  const compared = [...trials].flatMap((trial) => comparedTrial(trial, places));
  if (compared.length === 0) return [];
  const siblings = Map.groupBy(compared, siblingKey);
  const last = new Map(scores.map((record) => [gradingKey(record), resultOf(record)]));
  return compared
    .flatMap((one) => gradeAmong(one, siblings.get(siblingKey(one)) ?? []))
    .filter((record) => last.get(gradingKey(record)) !== resultOf(record));
}

/**
 * {@link gradeComparisons} over the journals of a run. Only answers of suites that compare are read
 * into memory.
 */
export async function compareRecorded(
  files: { readonly trials: string; readonly scores: string },
  places: ReadonlyMap<string, GradingPlace>,
): Promise<ScoreRecord[]> {
  const comparing = new Map(
    [...places].filter(([, { graders }]) => graders.some(({ compares }) => compares)),
  );
  if (comparing.size === 0) return [];
  const trials: TrialRecord[] = [];
  await scanJournal(files.trials, trialRecordSchema, (trial) => {
    if (comparedTrial(trial, comparing).length > 0) trials.push(trial);
  });
  const settled = settledTrials(trials);
  const scores: ScoreRecord[] = [];
  await scanJournal(files.scores, scoreRecordSchema, (record) => {
    if (settled.has(record.trialId)) scores.push(record);
  });
  return gradeComparisons(settled.values(), scores, comparing);
}

interface ComparedTrial {
  readonly trial: TrialRecord;
  readonly graded: Case;
  readonly place: GradingPlace;
}

function comparedTrial(
  trial: TrialRecord,
  places: ReadonlyMap<string, GradingPlace>,
): ComparedTrial[] {
  const place = places.get(trial.suite);
  const graded = place?.cases.get(trial.case);
  if (place === undefined || graded?.template === undefined) return [];
  return [{ trial, graded, place }];
}

/** Versions of one template that the same model was asked in the same way. */
function siblingKey({ trial, graded }: ComparedTrial): string {
  const { suite, model, variant, input, attempt } = trial;
  return JSON.stringify([suite, graded.template, model, variant, input, attempt]);
}

function gradeAmong(one: ComparedTrial, siblings: readonly ComparedTrial[]): ScoreRecord[] {
  const { trial, graded, place } = one;
  const graders = decidingGraders(place, graded).filter(({ compares }) => compares);
  const answered = siblings.filter((sibling) => sibling.trial.outcome.status === "completed");
  const kept = answered.filter((sibling) => !isOmitted(sibling.trial.outcome));
  if (kept.length < answered.length) {
    if (kept.length === 0 || trial.outcome.status === "failed") return [];
    return graders.map((grader) => incomparable(one, grader));
  }
  const answers = siblings.flatMap(({ trial: other }) =>
    other.trialId !== trial.trialId && other.outcome.status === "completed"
      ? [other.outcome.answer]
      : [],
  );
  return gradeTrial(trial, graded, { suite: place.suite, graders, answers });
}

/** Says that some of the answers to compare are no longer there. */
export const incomparableReason =
  "Der Lauf wurde unterbrochen und bewahrt keine Antworten auf; früher gegebene lassen sich nicht mehr vergleichen.";

/** Some of the answers were not kept, so that what is there is no whole comparison. */
function incomparable({ trial, graded, place }: ComparedTrial, grader: Grader): ScoreRecord {
  const { name, version } = grader;
  const head = { schemaVersion: 1 as const, trialId: trial.trialId, grader: name, version };
  return {
    ...head,
    caseHash: caseHash(place.suite, graded),
    score: { status: "unscored", reason: incomparableReason },
  };
}

function resultOf({ score }: ScoreRecord): string {
  return `${score.status}/${score.reason}`;
}
