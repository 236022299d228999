import type { Grader } from "../core/grader.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import type { PlannedTrial } from "./planned-trial.ts";

/** The last word on each trial: a completed answer stands, a failed one may be replaced. */
export function settledTrials(records: readonly TrialRecord[]): Map<string, TrialRecord> {
  const settled = new Map<string, TrialRecord>();
  for (const record of records) {
    if (settled.get(record.trialId)?.outcome.status === "completed") continue;
    settled.set(record.trialId, record);
  }
  return settled;
}

/** Planned trials that have no answer yet, by model; failed ones are tried again. */
export function pendingByModel(
  planned: readonly PlannedTrial[],
  isAnswered: (trialId: string) => boolean,
): Map<string, PlannedTrial[]> {
  const pending = planned.values().filter(({ trialId }) => !isAnswered(trialId));
  return Map.groupBy(pending, ({ model }) => model);
}

/** Names a grading: which grader's version judged which trial by which expectations. */
export function gradingKey(
  grading: Pick<ScoreRecord, "trialId" | "caseHash" | "grader" | "version">,
): string {
  return `${grading.trialId}/${grading.caseHash}/${grading.grader}/${grading.version}`;
}

/** The graders that have not judged a trial yet under its case's present expectations. */
export function pendingGraders(
  trial: TrialRecord,
  hash: string,
  context: { readonly graders: readonly Grader[]; readonly done: ReadonlySet<string> },
): Grader[] {
  const { trialId } = trial;
  return context.graders.filter(
    ({ name, version }) =>
      !context.done.has(gradingKey({ trialId, caseHash: hash, grader: name, version })),
  );
}
