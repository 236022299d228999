import type { Token } from "node-llama-cpp";
import type { LoadedWeights } from "../../models/loaded-weights.ts";

export interface ScriptedWeights extends LoadedWeights {
  /** What happened, in order: `start`, then a token each, then `end`. */
  readonly log: string[];
}

/** Weights that say the given pieces, one a token; a prompt has as many tokens as words. */
export function scriptedWeights(pieces: readonly string[], contextSize = 100): ScriptedWeights {
  const log: string[] = [];
  const vocabulary = [...new Set(pieces)];
  return {
    log,
    contextSize,
    frameTokens: 0,
    tokenize: (messages) =>
      messages.flatMap(({ content }) => content.split(" ")).map((_, index) => index as Token),
    generate: async function* generate() {
      log.push("start");
      try {
        for (const piece of pieces) {
          await Promise.resolve();
          log.push(piece);
          yield vocabulary.indexOf(piece) as Token;
        }
      } finally {
        log.push("end");
      }
    },
    detokenize: (tokens) => tokens.map((token) => vocabulary[token] ?? "").join(""),
    evaluated: () => ({ input: 0, output: log.length }),
    close: async () => {
      log.push("close");
    },
  };
}
