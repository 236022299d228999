import type { Outcome } from "../core/outcome.ts";

/** UTF-16 code units of an answer, also of one that was not kept; 0 where none came. */
export function answerLength(outcome: Outcome): number {
  return outcome.status === "failed" ? 0 : (outcome.omitted?.length ?? outcome.answer.length);
}
