import { isUnanswered, longestAnswer } from "./grader.ts";
import { failureClasses, type FailureClass } from "./failure-class.ts";
import type { Completed, Outcome } from "./outcome.ts";
import type { Score } from "./score.ts";

/** What a trial is. Only `not-measured` leaves the denominator. */
export type Verdict =
  | { readonly status: "passed" }
  | { readonly status: "failed"; readonly class: FailureClass }
  | { readonly status: "not-measured"; readonly because: "infrastructure" | "grader-error" };

/** Which graders decide in a suite. */
export interface GraderRoles {
  /** Every one of them has to be scored and passed. */
  readonly must: readonly string[];
  /**
   * Graders that watch for a failure of the model in every suite, such as the wrong language: they
   * decide when they object, and stay silent when they cannot tell.
   */
  readonly guard: readonly string[];
}

/** A score with the class of failure it would be. */
export interface GradedScore {
  readonly score: Score;
  readonly failureClass?: FailureClass | undefined;
}

/**
 * The verdict of a trial (design: from a score to a verdict). No answer is `not-measured`; an
 * empty, over-long, refused or truncated answer is the model's failure whatever graders say; else
 * a `must` grader without a score makes it `not-measured`, and every `must` grader has to pass.
 */
export function verdictOf(
  outcome: Outcome,
  scores: ReadonlyMap<string, GradedScore>,
  roles: GraderRoles,
): Verdict {
  if (outcome.status === "failed") return { status: "not-measured", because: "infrastructure" };
  const ownFailures = answerFailures(outcome);
  if (ownFailures.length === 0 && roles.must.some((name) => !isScored(scores, name))) {
    return { status: "not-measured", because: "grader-error" };
  }
  const objections = new Set([...ownFailures, ...graderFailures(scores, roles)]);
  const heaviest = failureClasses.find((name) => objections.has(name));
  return heaviest === undefined ? { status: "passed" } : { status: "failed", class: heaviest };
}

/** Failures that show in the answer itself, before any grader reads it. */
export function answerFailures(outcome: Completed): FailureClass[] {
  if (outcome.finishReason === "refusal" || outcome.finishReason === "content-filter") {
    return ["refused"];
  }
  const { omitted, answer } = outcome;
  if (omitted?.blank ?? isUnanswered(answer)) return ["empty"];
  if ((omitted?.length ?? answer.length) > longestAnswer) return ["unparseable"];
  return outcome.finishReason === "length" ? ["truncated"] : [];
}

function graderFailures(
  scores: ReadonlyMap<string, GradedScore>,
  roles: GraderRoles,
): FailureClass[] {
  return [...roles.must, ...roles.guard].flatMap((name) => {
    const graded = scores.get(name);
    if (graded?.score.status !== "scored" || graded.score.passed) return [];
    return [graded.failureClass ?? defaultClass(name)];
  });
}

/** Class of a failed score for runs whose writer did not name it. */
export function defaultClass(grader: string): FailureClass {
  return grader === "personal-data" || grader === "secrets" ? "leak" : "wrong";
}

function isScored(scores: ReadonlyMap<string, GradedScore>, name: string): boolean {
  return scores.get(name)?.score.status === "scored";
}
