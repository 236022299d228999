import type { FailureCode, Outcome } from "../../core/outcome.ts";

/** Equal failures in a row at an endpoint. */
export interface Streak {
  readonly code: FailureCode;
  readonly message: string;
  readonly length: number;
}

/** Codes that say nothing about the endpoint. */
const ownFault: ReadonlySet<FailureCode> = new Set([
  "rate-limit",
  "unanswered",
  "aborted",
  "budget",
  "context-too-long",
]);

/** Counts equal failures in a row; any answer ends the row, another failure begins a new one. */
export function makeFailureStreak(): { readonly add: (outcome: Outcome) => Streak | undefined } {
  let streak: Streak | undefined;
  return {
    add: (outcome) => {
      if (outcome.status === "completed") streak = undefined;
      else if (!ownFault.has(outcome.code)) {
        const { code, message } = outcome;
        const length = streak?.code === code ? streak.length + 1 : 1;
        streak = { code, message, length };
      }
      return streak;
    },
  };
}
