import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Failed, Outcome } from "../core/outcome.ts";
import { UserError } from "../core/user-error.ts";
import { WeightsLost, type AnsweringSequence, type Interrupts } from "./answering-sequence.ts";
import { interruption } from "./llama-answer.ts";
import type { TokenCount } from "./loaded-weights.ts";

/** How an embedded model comes into memory. */
export interface EmbeddedOrder {
  readonly title: string;
  /** Milliseconds a call may take. */
  readonly deadlineMs: number;
  /** How many calls go through the network at once; default 1. */
  readonly sequences?: number | undefined;
  /** One set of weights, seen through as many sequences as are wanted. */
  readonly load: (report: (message: string) => void) => Promise<readonly AnsweringSequence[]>;
}

/** Sequences that are loaded or being loaded. */
type Loading = Promise<readonly AnsweringSequence[]>;

/**
 * A model that runs on this machine. It loads once, answers one call after the other in each of its
 * sequences even when more are made at once, and can be closed and prepared again. Weights that go away
 * by themselves are loaded anew, and the call is made once more.
 */
export class EmbeddedModel implements Model {
  readonly description: ModelDescription;
  readonly concurrency: number;
  readonly #order: EmbeddedOrder;
  #loading: Loading | undefined;
  #sequences: readonly AnsweringSequence[] = [];
  /** How long loading took, until an answer has told it. */
  #loadMs: number | undefined;
  #peakMemoryBytes: number | undefined;
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
    await this.#loaded((this.#loading ??= this.#load(report)));
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
    const counts = this.#sequences.map((sequence) => sequence.evaluated());
    return {
      input: counts.reduce((sum, { input }) => sum + input, 0),
      output: counts.reduce((sum, { output }) => sum + output, 0),
    };
  }

  peakMemoryBytes(): number | undefined {
    for (const sequence of this.#sequences) {
      const bytes = sequence.peakMemoryBytes() ?? 0;
      if (bytes > (this.#peakMemoryBytes ?? 0)) this.#peakMemoryBytes = bytes;
    }
    return this.#peakMemoryBytes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map(({ last }) => last));
    const sequences = (await this.#loading) ?? [];
    this.peakMemoryBytes();
    this.#forget(this.#loading);
    for (const sequence of sequences) await sequence.close();
  }

  async #load(report: (message: string) => void): Loading {
    const begin = performance.now();
    const sequences = await this.#order.load(report);
    this.#loadMs = performance.now() - begin;
    return sequences;
  }

  async #loaded(loading: Loading): Loading {
    try {
      const sequences = await loading;
      if (this.#loading === loading) this.#sequences = sequences;
      return sequences;
    } catch (error) {
      this.#forget(loading);
      throw error;
    }
  }

  /** Several calls may meet the same loss: what was loaded since stays. */
  #forget(loading: Loading | undefined): void {
    if (this.#loading !== loading) return;
    this.#loading = undefined;
    this.#sequences = [];
  }

  async #answer(index: number, request: ModelRequest, signal: AbortSignal): Promise<Outcome> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), this.#order.deadlineMs);
    const interrupts = { signal, deadline: late.signal };
    const ask = async () => await this.#ask(index, request, interrupts);
    try {
      return await ask().catch(async (error: unknown) => {
        if (!(error instanceof WeightsLost)) throw error;
        // What did not heed an interruption was ended by force.
        return interruption(interrupts) ?? (await ask());
      });
    } catch (error) {
      return failureOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(index: number, request: ModelRequest, interrupts: Interrupts): Promise<Outcome> {
    const loading = (this.#loading ??= this.#load(() => {}));
    const sequence = (await this.#loaded(loading))[index];
    if (sequence === undefined) throw new Error(`${this.#order.title} is not loaded`);
    try {
      return this.#withLoad(await sequence.answer(request, interrupts));
    } catch (error) {
      this.peakMemoryBytes();
      if (error instanceof WeightsLost) this.#forget(loading);
      throw error;
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

function failureOf(error: unknown): Failed {
  const reason = error instanceof Error ? error.message : String(error);
  const isWhole = error instanceof WeightsLost || error instanceof UserError;
  const message = isWhole ? reason : `Das eingebettete Modell meldet einen Fehler: ${reason}`;
  return { status: "failed", code: "internal", message };
}
