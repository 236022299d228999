import type { ModelDescription } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { PlannedTrial } from "./planned-trial.ts";

/**
 * Makes the trials of one model: takes a planned trial, gives back its outcome. How and where it is
 * made (limits, retries, money, on this machine or on others) is the executor's own affair; what is
 * planned, cached, recorded and graded is not.
 */
export interface Executor {
  /** Trials that may be handed over at once; more are held back. At least 1. */
  readonly concurrency: number;
  /**
   * Makes one trial. Trouble with the model is a `failed` outcome; an exception is a mistake in the
   * program and ends the run. After an abort of the signal the outcome is `aborted`, and is not kept.
   * `budget` says that nothing was asked because the money would not have lasted.
   */
  readonly execute: (trial: PlannedTrial, signal: AbortSignal) => Promise<Outcome>;
  /** Aborted when no further trial of this model makes sense; the reason is a {@link GivenUp}. */
  readonly givenUp?: AbortSignal | undefined;
  /** Lets go of everything; nothing is handed over any more. */
  readonly close: () => Promise<void>;
}

/** Why an executor takes no further trial. */
export interface GivenUp {
  /** German, with what to do. */
  readonly message: string;
}

/** Makes a model ready and gives its executor; `report` tells a person what goes on, in German. */
export type OpenExecutor = (
  model: ModelDescription,
  report: (message: string) => void,
) => Promise<Executor>;
