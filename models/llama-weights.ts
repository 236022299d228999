import { availableParallelism } from "node:os";
import type { Llama, LlamaModel } from "node-llama-cpp";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { LoadedWeights } from "./loaded-weights.ts";
import { withPortableKernels } from "./portable-kernels.ts";
import { definePromptTokens } from "./prompt-tokens.ts";
import { SequenceWeights } from "./sequence-weights.ts";
import { StepTogether } from "./step-together.ts";
import type { CompletionFrame } from "./catalog.ts";

/** What the native library says of itself and of the processor. */
export interface RuntimeFacts {
  /** Cores that calculate, as llama.cpp counts them. */
  readonly cores: number;
  /** The processor's instructions that the loaded arithmetic uses. */
  readonly instructions: string;
  readonly library: string;
}

/** Everything that decides how a GGUF file is loaded. */
export interface LoadOrder {
  readonly file: string;
  readonly contextSize: number;
  readonly threads: number;
  /** Only for base models. */
  readonly frame: CompletionFrame | undefined;
  /** How many answers may be under way at once. */
  readonly sequences: number;
}

/**
 * The native library: CPU only, with the same arithmetic on every processor with AVX2, one per
 * process, never compiled, never downloaded.
 */
export async function openRuntime(): Promise<Llama> {
  const { getLlama, LlamaLogLevel } = await import("node-llama-cpp");
  try {
    return await (runtime ??= withPortableKernels(() =>
      getLlama({
        gpu: false,
        build: "never",
        logLevel: LlamaLogLevel.error,
        logger: () => {},
        progressLogs: false,
      }),
    ));
  } catch (cause) {
    runtime = undefined;
    throw new UserError("Für diesen Rechner gibt es keine fertige Fassung von llama.cpp.", {
      code: "llama-unavailable",
      exitCode: exitCodes.infrastructure,
      cause,
      nextStep:
        "Eingebettete Modelle brauchen Linux auf x64. Nehmen Sie eine OpenAI-kompatible Adresse " +
        "(compatible:NAME) oder nur die Vergleichsgrößen: npm run eval -- --model baseline:copy.",
    });
  }
}
let runtime: Promise<Llama> | undefined;

/**
 * As many threads as there are cores that calculate and that nobody else is using at the start.
 * llama.cpp's threads wait for each other spinning: with one thread on a core that something else
 * needs, a small model gets ten times slower, and with more threads than cores a call may not come
 * back at all. The answers do not depend on the number.
 */
export function threadsOf({ cores }: Pick<RuntimeFacts, "cores">, free: number): number {
  return Math.max(1, Math.min(cores, availableParallelism(), free));
}

/** What the native library says of itself; its instructions decide how sums are rounded. */
export async function readRuntimeFacts(): Promise<RuntimeFacts> {
  const { cpuMathCores, systemInfo, llamaCppRelease } = await openRuntime();
  const { getModuleVersion } = await import("node-llama-cpp");
  return {
    cores: cpuMathCores,
    instructions: Array.from(systemInfo.matchAll(/(\w+) = 1/gu), ([, name]) => name).join(" "),
    library: `node-llama-cpp ${await getModuleVersion()}, llama.cpp ${llamaCppRelease.release}`,
  };
}

/**
 * Flash attention is quicker with several answers at once. With it the number of threads changes the
 * rounding: a single sequence, whose answers are the same on every machine, does without.
 */
export function usesFlashAttention({ sequences }: Pick<LoadOrder, "sequences">): boolean {
  return sequences > 1;
}

/**
 * Loads a GGUF file and evaluates the fixed frame of every prompt once in each sequence. The context
 * size holds for every sequence by itself.
 */
export async function loadWeights(order: LoadOrder): Promise<LoadedWeights[]> {
  const llama = await openRuntime();
  const model = await readModel(llama, order.file);
  try {
    const context = await model.createContext({
      contextSize: Math.min(order.contextSize, model.trainContextSize),
      sequences: order.sequences,
      threads: order.threads,
      // With sliding-window attention the cache would drop the beginning, and the frame with it.
      swaFullCache: true,
      flashAttention: usesFlashAttention(order),
    });
    const prompts = await definePromptTokens(model, order.frame);
    const steps = new StepTogether();
    const all: SequenceWeights[] = [];
    for (let index = 0; index < order.sequences; index += 1) {
      const weights = new SequenceWeights(context.getSequence(), prompts, steps);
      await weights.holdFrame();
      all.push(weights);
    }
    return all;
  } catch (error) {
    await model.dispose();
    throw unusable(order.file, error);
  }
}

async function readModel(llama: Llama, file: string): Promise<LlamaModel> {
  try {
    return await llama.loadModel({ modelPath: file });
  } catch (error) {
    throw unusable(file, error);
  }
}

export function unusable(file: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Die Modelldatei ${file} lässt sich nicht laden: ${reason}`, {
    code: "weights-unusable",
    exitCode: exitCodes.infrastructure,
    cause,
    nextStep:
      "Prüfen Sie, ob die Datei vollständig und eine GGUF-Datei ist und ob genug Arbeitsspeicher frei ist.",
  });
}
