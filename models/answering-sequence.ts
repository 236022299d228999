import type { ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { TokenCount } from "./loaded-weights.ts";

/** What ends an answer before its time. */
export interface Interrupts {
  /** Aborted by the run. */
  readonly signal: AbortSignal;
  /** Aborted when the call takes too long. */
  readonly deadline: AbortSignal;
}

/** Loaded weights seen through one sequence, wherever they lie: one answer after the other. */
export interface AnsweringSequence {
  /** Never two at once. Rejects with `WeightsLost` when the weights are no longer there. */
  readonly answer: (request: ModelRequest, interrupts: Interrupts) => Promise<Outcome>;
  /** Tokens evaluated since loading. */
  readonly evaluated: () => TokenCount;
  /**
   * Bytes of memory that the process with the weights took at the most, all sequences together; absent
   * where it is not a process of its own.
   */
  readonly peakMemoryBytes: () => number | undefined;
  /** Lets go of the weights, for all sequences. May be called once for each of them. */
  readonly close: () => Promise<void>;
}

/** The weights went away by themselves; they can be loaded again. The message is German. */
export class WeightsLost extends Error {
  override readonly name = "WeightsLost";
}
