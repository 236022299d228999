import type { Case } from "../core/case.ts";
import type { Grader } from "../core/grader.ts";
import type { Suite } from "../core/suite.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import { caseHash } from "./identity.ts";

/** A suite as grading needs it: its graders resolved. */
export interface GradingSuite {
  readonly suite: Suite;
  /** must, hint and guard graders, each once. */
  readonly graders: readonly Grader[];
}

/**
 * Grades one answer with every grader of its suite; a trial without an answer has no scores. A
 * grader that throws is `unscored` and names itself; the run goes on.
 */
export function gradeTrial(
  trial: TrialRecord,
  graded: Case,
  { suite, graders }: GradingSuite,
): ScoreRecord[] {
  const { outcome } = trial;
  if (outcome.status === "failed") return [];
  const hash = caseHash(suite, graded);
  return graders.map((grader) => ({
    schemaVersion: 1,
    trialId: trial.trialId,
    caseHash: hash,
    grader: grader.name,
    version: grader.version,
    ...judge(grader, suite, () => ({
      answer: outcome.answer,
      case: graded,
      finishReason: outcome.finishReason,
      inputKind: trial.input,
    })),
  }));
}

function judge(
  grader: Grader,
  suite: Suite,
  input: () => Parameters<Grader["grade"]>[0],
): ReturnType<Grader["grade"]> {
  try {
    return grader.grade(input(), {
      options: suite.options[grader.name],
      threshold: suite.threshold[grader.name],
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      score: {
        status: "unscored",
        reason: `Der Grader „${grader.name}“ ist gescheitert: ${message}`,
      },
    };
  }
}
