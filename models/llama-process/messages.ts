import type { ModelRequest } from "../../core/model.ts";
import type { Outcome } from "../../core/outcome.ts";
import type { ExitCode } from "../../core/user-error.ts";
import type { LoadOrder, RuntimeFacts } from "../llama-weights.ts";
import type { TokenCount } from "../loaded-weights.ts";

/** Everything that decides how weights are loaded and where their answers end. */
export interface WeightsOrder extends LoadOrder {
  /** Marks at which the answer of a base model ends; none for chat models. */
  readonly stop: readonly string[];
}

/** The parts of a request that weights need. */
export type Question = Pick<
  ModelRequest,
  "messages" | "temperature" | "seed" | "maxTokens" | "answerForm"
>;

/** What the process is asked to do, and what it gives back. */
export interface Tasks {
  readonly facts: { readonly order: undefined; readonly result: RuntimeFacts };
  readonly load: { readonly order: WeightsOrder; readonly result: Standing };
  readonly answer: {
    readonly order: { readonly sequence: number; readonly question: Question };
    readonly result: Standing & { readonly outcome: Outcome };
  };
}
export type TaskName = keyof Tasks;

/** Where the process stands. */
export interface Standing {
  /** Tokens evaluated since loading, for each sequence. */
  readonly evaluated: readonly TokenCount[];
  /** Resident memory of the process at its peak. */
  readonly peakMemoryBytes: number;
}

/** A task with the number under which it is answered. */
export type Numbered = {
  [Name in TaskName]: {
    readonly id: number;
    readonly task: Name;
    readonly order: Tasks[Name]["order"];
  };
}[TaskName];

/** From the program to the process: a task, or the end of one. */
export type ToProcess =
  | Numbered
  | { readonly id: number; readonly task: "interrupt"; readonly by: "signal" | "deadline" };

/** From the process to the program. */
export type FromProcess =
  | { readonly id: number; readonly result: Tasks[TaskName]["result"] }
  | { readonly id: number; readonly error: SentError };

/** An error without its class; `user` only for a `UserError`. */
export interface SentError {
  readonly message: string;
  readonly user?: { readonly code: string; readonly exitCode: ExitCode; readonly nextStep: string };
}
