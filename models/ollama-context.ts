import type { ModelRequest } from "../core/model.ts";

/** How many tokens of context a model is loaded with. */
export interface ContextSize {
  /** Tokens for this request; never less than an earlier one got. */
  readonly sizeFor: (request: ModelRequest) => number;
  /** The most the model was trained for; Ollama lowers what is above, and says nothing. */
  readonly limitTo: (tokens: number) => void;
}

/** Tokens of context that are asked for at least. */
const smallest = 8192;

/** Tokens for the frame that a chat template puts around the messages. */
const frame = 256;

/**
 * Sizes for `num_ctx`: room for the longest that the prompt may become in tokens and for the answer,
 * as powers of two that only grow, because Ollama loads the model anew whenever the size changes.
 */
export function defineContextSize(): ContextSize {
  let size = smallest;
  let limit = Number.POSITIVE_INFINITY;
  return {
    sizeFor: (request) => {
      while (size < mostTokens(request) + frame + request.maxTokens) size *= 2;
      return Math.min(size, limit);
    },
    limitTo: (tokens) => {
      limit = tokens;
    },
  };
}

/** Two bytes a token is less than any common tokenizer makes of German or of other scripts. */
function mostTokens({ messages }: ModelRequest): number {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return Math.ceil(bytes / 2);
}

/**
 * The fewest tokens that a whole prompt can have been: six letters a token, white space in a row
 * counted once. German has 3 to 5. Of a prompt that it shortens, Ollama keeps about half its context.
 */
export function fewestTokens({ messages }: ModelRequest): number {
  const letters = messages.reduce(
    (sum, { content }) => sum + content.replaceAll(/\s+/gu, " ").length,
    0,
  );
  return Math.floor(letters / 6);
}
