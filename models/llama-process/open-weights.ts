import type { ModelRequest } from "../../core/model.ts";
import { UserError, exitCodes } from "../../core/user-error.ts";
import { WeightsLost, type AnsweringSequence } from "../answering-sequence.ts";
import type { RuntimeFacts } from "../llama-weights.ts";
import { LlamaProcess, type ProcessOptions } from "./llama-process.ts";
import type { Question, Standing, WeightsOrder } from "./messages.ts";

/** A process that was started for the facts, and waits for weights. */
let spare: LlamaProcess | undefined;
let known: Promise<RuntimeFacts> | undefined;

/**
 * What the native library says of this machine, asked once. Throws a `UserError` (`llama-unavailable`)
 * where there is no library for it.
 */
export async function runtimeFacts(options: ProcessOptions = {}): Promise<RuntimeFacts> {
  known ??= askFacts(options);
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw asUserError(error);
  }
}

/**
 * Loads weights in a process of their own, which their `close` ends. Throws a `UserError` when they cannot
 * be loaded (`weights-unusable`) or the process does not survive it (`llama-lost`).
 */
export async function openWeights(
  order: WeightsOrder,
  options: ProcessOptions = {},
): Promise<AnsweringSequence[]> {
  const taken = spare ?? new LlamaProcess(options);
  spare = undefined;
  let standing: Standing;
  try {
    standing = await taken.ask("load", order);
  } catch (error) {
    await taken.end();
    throw asUserError(error);
  }
  return Array.from({ length: order.sequences }, (_, sequence) => ({
    answer: async (request, interrupts) => {
      const task = { sequence, question: questionOf(request) };
      const { outcome, ...now } = await taken.ask("answer", task, interrupts);
      standing = now;
      return outcome;
    },
    evaluated: () => standing.evaluated[sequence] ?? { input: 0, output: 0 },
    peakMemoryBytes: () => standing.peakMemoryBytes,
    close: async () => await taken.end(),
  }));
}

async function askFacts(options: ProcessOptions): Promise<RuntimeFacts> {
  const started = new LlamaProcess(options);
  try {
    const facts = await started.ask("facts", undefined);
    spare = started;
    return facts;
  } catch (error) {
    await started.end();
    throw error;
  }
}

function questionOf(request: ModelRequest): Question {
  const { messages, temperature, seed, maxTokens, answerForm } = request;
  return { messages, temperature, seed, maxTokens, answerForm };
}

function asUserError(error: unknown): unknown {
  if (!(error instanceof WeightsLost)) return error;
  return new UserError(error.message, {
    code: "llama-lost",
    exitCode: exitCodes.infrastructure,
    cause: error,
    nextStep:
      "Starten Sie noch einmal. Bleibt der Fehler, nehmen Sie ein kleineres Modell oder eine OpenAI-kompatible Adresse (compatible:NAME).",
  });
}
