import { availableParallelism } from "node:os";
import type { Llama, LlamaContextSequence, LlamaModel, Token } from "node-llama-cpp";
import type { Message } from "../core/model.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { LoadedWeights, TokenCount } from "./loaded-weights.ts";
import { withPortableKernels } from "./portable-kernels.ts";
import { definePromptTokens, type PromptTokens } from "./prompt-tokens.ts";
import type { CompletionFrame } from "./catalog.ts";

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
export function threadsOf(llama: Llama, free: number): number {
  return Math.max(1, Math.min(llama.cpuMathCores, availableParallelism(), free));
}

/** The processor's instructions that the loaded arithmetic uses: they decide how sums are rounded. */
export function instructionsOf({ systemInfo }: Llama): string {
  return Array.from(systemInfo.matchAll(/(\w+) = 1/gu), ([, name]) => name).join(" ");
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
      // With it, the number of threads changes the rounding, and so the answers.
      flashAttention: false,
    });
    const prompts = await definePromptTokens(model, order.frame);
    const all: SequenceWeights[] = [];
    for (let index = 0; index < order.sequences; index += 1) {
      const weights = new SequenceWeights(context.getSequence(), prompts);
      await weights.holdFrame();
      all.push(weights);
    }
    return all;
  } catch (error) {
    await model.dispose();
    throw unusable(order.file, error);
  }
}

/** One sequence of a context, with the frame kept in front. */
class SequenceWeights implements LoadedWeights {
  readonly contextSize: number;
  readonly #sequence: LlamaContextSequence;
  readonly #prompts: PromptTokens;

  constructor(sequence: LlamaContextSequence, prompts: PromptTokens) {
    this.#sequence = sequence;
    this.#prompts = prompts;
    this.contextSize = sequence.contextSize;
  }

  get frameTokens(): number {
    return this.#prompts.frame.length;
  }

  tokenize(messages: readonly Message[]): Token[] {
    return this.#prompts.render(messages);
  }

  /**
   * Whatever ran before, the state is cut back to the frame, never further and never less: an answer
   * then depends on its own prompt alone, and not on the order of the trials.
   */
  async *generate(
    tokens: readonly Token[],
    sampling: { readonly temperature: number; readonly seed: number },
  ): AsyncGenerator<Token, void, void> {
    const { frame } = this.#prompts;
    const hasFrame = frame.every((token, index) => tokens[index] === token);
    if (hasFrame) await this.holdFrame();
    else await this.#sequence.clearHistory();
    const rest = tokens.slice(hasFrame ? frame.length : 0);
    yield* this.#sequence.evaluate(rest, { ...sampling });
  }

  async holdFrame(): Promise<void> {
    const { frame } = this.#prompts;
    const held = this.#sequence.nextTokenIndex;
    const isThere =
      held >= frame.length &&
      this.#sequence.compareContextTokens([...frame]).firstDifferentIndex >= frame.length;
    if (isThere && this.#sequence.stateCellsStartIndex <= 0) {
      if (held > frame.length) {
        await this.#sequence.eraseContextTokenRanges([{ start: frame.length, end: held }]);
      }
      return;
    }
    await this.#sequence.clearHistory();
    if (frame.length > 0) await this.#sequence.evaluateWithoutGeneratingNewTokens([...frame]);
  }

  detokenize(tokens: readonly Token[]): string {
    return this.#sequence.model.detokenize(tokens);
  }

  evaluated(): TokenCount {
    const { usedInputTokens, usedOutputTokens } = this.#sequence.tokenMeter.getState();
    return { input: usedInputTokens, output: usedOutputTokens };
  }

  async close(): Promise<void> {
    const { context, model } = this.#sequence;
    if (!context.disposed) await context.dispose();
    if (!model.disposed) await model.dispose();
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
