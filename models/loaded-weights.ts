import type { Token } from "node-llama-cpp";
import type { AnswerForm, Message } from "../core/model.ts";

/** Tokens that went through the network since loading, as the native library counts them. */
export interface TokenCount {
  readonly input: number;
  readonly output: number;
}

/** How the next token is chosen. */
export interface Sampling {
  readonly temperature: number;
  readonly seed: number;
  /** Only tokens by which the answer stays JSON of this form. */
  readonly answerForm?: AnswerForm | undefined;
}

/** Weights in memory, seen through one sequence: what the way `llama` needs of the native library. */
export interface LoadedWeights {
  /** Tokens of prompt and answer together. */
  readonly contextSize: number;
  /** Tokens of the fixed frame, which are evaluated once. */
  readonly frameTokens: number;
  /** The whole prompt, frame included. */
  readonly tokenize: (messages: readonly Message[]) => Token[];
  /** Tokens of the answer one by one, up to its end token, which is left out; never two at once. */
  readonly generate: (
    tokens: readonly Token[],
    sampling: Sampling,
  ) => AsyncGenerator<Token, void, void>;
  readonly detokenize: (tokens: readonly Token[]) => string;
  readonly evaluated: () => TokenCount;
  /** Lets go of the weights, for all sequences. May be called once for each of them. */
  readonly close: () => Promise<void>;
}
