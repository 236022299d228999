import type { LlamaContextSequence, Token } from "node-llama-cpp";
import type { Message } from "../core/model.ts";
import { grammarState } from "./llama-grammar.ts";
import type { LoadedWeights, Sampling, TokenCount } from "./loaded-weights.ts";
import type { PromptTokens } from "./prompt-tokens.ts";
import type { StepTogether } from "./step-together.ts";

/** One sequence of a context, with the frame kept in front. */
export class SequenceWeights implements LoadedWeights {
  readonly contextSize: number;
  readonly #sequence: LlamaContextSequence;
  readonly #prompts: PromptTokens;
  readonly #steps: StepTogether;

  constructor(sequence: LlamaContextSequence, prompts: PromptTokens, steps: StepTogether) {
    this.#sequence = sequence;
    this.#prompts = prompts;
    this.#steps = steps;
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
    { temperature, seed, answerForm }: Sampling,
  ): AsyncGenerator<Token, void, void> {
    const { frame } = this.#prompts;
    const hasFrame = frame.every((token, index) => tokens[index] === token);
    if (hasFrame) await this.holdFrame();
    else await this.#sequence.clearHistory();
    const rest = tokens.slice(hasFrame ? frame.length : 0);
    const { model } = this.#sequence;
    const grammar = answerForm && (await grammarState(model, answerForm));
    const sampling = {
      temperature,
      seed,
      ...(grammar !== undefined && { grammarEvaluationState: grammar }),
    };
    this.#steps.join();
    try {
      for await (const token of this.#sequence.evaluate(rest, sampling)) {
        yield token;
        await this.#steps.step();
      }
    } finally {
      this.#steps.leave();
    }
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
