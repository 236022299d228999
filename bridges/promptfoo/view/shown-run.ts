import type { Case } from "../../../core/case.ts";
import type { ScoreRecord, TrialRecord } from "../../../core/trial.ts";
import type { Verdict } from "../../../core/verdict.ts";

/** A trial as the viewer is to show it. */
export interface ShownTrial {
  readonly trial: TrialRecord;
  readonly graded: Case;
  readonly verdict: Verdict;
  /** German, of a failure: its class. */
  readonly failure: string | undefined;
  /** In the order of the suite; hints are marked. */
  readonly scores: readonly { readonly record: ScoreRecord; readonly isHint: boolean }[];
  /** What was sent; absent where the prompt is not known any more. */
  readonly prompt: string | undefined;
}

/** A run for the viewer. */
export interface ShownRun {
  readonly runId: string;
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly trials: readonly ShownTrial[];
}
