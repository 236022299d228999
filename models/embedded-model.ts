import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { answerWith } from "./llama-answer.ts";
import type { LoadedWeights, TokenCount } from "./loaded-weights.ts";

/** How an embedded model comes into memory, and what ends its answers. */
export interface EmbeddedOrder {
  readonly title: string;
  /** Marks at which the answer of a base model ends; none for chat models. */
  readonly stop: readonly string[];
  /** Milliseconds a call may take. */
  readonly deadlineMs: number;
  readonly load: (report: (message: string) => void) => Promise<LoadedWeights>;
}

/**
 * A model in this process. It loads once, answers one call after the other even when several are
 * made at once, and can be closed and prepared again.
 */
export class EmbeddedModel implements Model {
  readonly description: ModelDescription;
  readonly concurrency = 1;
  readonly #order: EmbeddedOrder;
  #loading: Promise<LoadedWeights> | undefined;
  #weights: LoadedWeights | undefined;
  #lastCall: Promise<unknown> = Promise.resolve();

  constructor(description: ModelDescription, order: EmbeddedOrder) {
    this.description = description;
    this.#order = order;
  }

  async prepare(report: (message: string) => void): Promise<void> {
    this.#loading ??= this.#order.load(report);
    try {
      this.#weights = await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  call(request: ModelRequest, signal: AbortSignal): Promise<Outcome> {
    const turn = this.#lastCall.then(() => this.#answer(request, signal));
    this.#lastCall = turn;
    return turn;
  }

  /** Tokens really evaluated since loading, the frame once among them; nothing before loading. */
  evaluatedTokens(): TokenCount | undefined {
    return this.#weights?.evaluated();
  }

  async close(): Promise<void> {
    await this.#lastCall;
    const weights = await this.#loading;
    this.#loading = undefined;
    this.#weights = undefined;
    await weights?.close();
  }

  async #answer(request: ModelRequest, signal: AbortSignal): Promise<Outcome> {
    try {
      await this.prepare(() => {});
      const weights = this.#weights;
      if (weights === undefined) throw new Error(`${this.#order.title} is not loaded`);
      const deadline = AbortSignal.timeout(this.#order.deadlineMs);
      return await answerWith({ weights, stop: this.#order.stop, signal, deadline }, request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Das eingebettete Modell meldet einen Fehler: ${reason}`;
      return { status: "failed", code: "internal", message };
    }
  }
}
