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
  /** How many calls go through the network at once; default 1. */
  readonly sequences?: number | undefined;
  /** One set of weights, seen through as many sequences as are wanted. */
  readonly load: (report: (message: string) => void) => Promise<readonly LoadedWeights[]>;
}

/**
 * A model in this process. It loads once, answers one call after the other in each of its sequences
 * even when more are made at once, and can be closed and prepared again.
 */
export class EmbeddedModel implements Model {
  readonly description: ModelDescription;
  readonly concurrency: number;
  readonly #order: EmbeddedOrder;
  #loading: Promise<readonly LoadedWeights[]> | undefined;
  #sequences: readonly LoadedWeights[] = [];
  /** How long loading took, until an answer has told it. */
  #loadMs: number | undefined;
  /** The end of the last call of each sequence, with the number of calls that wait for it. */
  readonly #lanes: { last: Promise<unknown>; waiting: number }[];

  constructor(description: ModelDescription, order: EmbeddedOrder) {
    this.description = description;
    this.#order = order;
    this.concurrency = order.sequences ?? 1;
    this.#lanes = Array.from({ length: this.concurrency }, () => ({
      last: Promise.resolve(),
      waiting: 0,
    }));
  }

  async prepare(report: (message: string) => void): Promise<void> {
    const begin = performance.now();
    const isFirst = this.#loading === undefined;
    this.#loading ??= this.#order.load(report);
    try {
      this.#sequences = await this.#loading;
      if (isFirst) this.#loadMs = performance.now() - begin;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  call(request: ModelRequest, signal: AbortSignal): Promise<Outcome> {
    const fewest = Math.min(...this.#lanes.map(({ waiting }) => waiting));
    const index = this.#lanes.findIndex(({ waiting }) => waiting === fewest);
    const lane = this.#lanes[index];
    if (lane === undefined) throw new RangeError("a model without a sequence");
    lane.waiting += 1;
    const turn = lane.last
      .then(() => this.#answer(index, request, signal))
      .finally(() => {
        lane.waiting -= 1;
      });
    lane.last = turn;
    return turn;
  }

  /** Tokens really evaluated since loading, the frame once a sequence; nothing before loading. */
  evaluatedTokens(): TokenCount | undefined {
    if (this.#sequences.length === 0) return undefined;
    const counts = this.#sequences.map((weights) => weights.evaluated());
    return {
      input: counts.reduce((sum, { input }) => sum + input, 0),
      output: counts.reduce((sum, { output }) => sum + output, 0),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map(({ last }) => last));
    const sequences = (await this.#loading) ?? [];
    this.#loading = undefined;
    this.#sequences = [];
    for (const weights of sequences) await weights.close();
  }

  async #answer(index: number, request: ModelRequest, signal: AbortSignal): Promise<Outcome> {
    try {
      await this.prepare(() => {});
      const weights = this.#sequences[index];
      if (weights === undefined) throw new Error(`${this.#order.title} is not loaded`);
      const deadline = AbortSignal.timeout(this.#order.deadlineMs);
      const { stop } = this.#order;
      return this.#withLoad(await answerWith({ weights, stop, signal, deadline }, request));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Das eingebettete Modell meldet einen Fehler: ${reason}`;
      return { status: "failed", code: "internal", message };
    }
  }

  /** The first answer after loading tells how long that took. */
  #withLoad(outcome: Outcome): Outcome {
    const loadMs = this.#loadMs;
    if (outcome.status === "failed" || loadMs === undefined) return outcome;
    this.#loadMs = undefined;
    return { ...outcome, timing: { totalMs: 0, ...outcome.timing, loadMs } };
  }
}
