import { z } from "zod";
import type { Model } from "../core/model.ts";
import type { CompletionFrame } from "../models/catalog.ts";

const replySchema = z.object({
  content: z.string(),
  tokens_predicted: z.int(),
  tokens_evaluated: z.int(),
});

/**
 * A base model behind llama.cpp's own server, asked as the embedded one is: the worked example in
 * front, no chat template. The server keeps the example in memory from one question to the next.
 */
export function completionEndpoint(
  address: string,
  frame: CompletionFrame,
): Pick<Model, "call" | "close"> {
  return {
    call: async ({ messages, temperature, seed, maxTokens }, signal) => {
      const question = messages.map(({ content }) => content).join("\n\n");
      const prompt = `${frame.before}${question}${frame.after}`;
      const body = { prompt, temperature, seed, n_predict: maxTokens, stop: frame.stop };
      const request = { method: "POST", body: JSON.stringify(body), signal };
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`${address}/completion`, { ...request, headers });
      const { content, tokens_predicted, tokens_evaluated } = replySchema.parse(await reply.json());
      const usage = { inputTokens: tokens_evaluated, outputTokens: tokens_predicted };
      return { status: "completed", answer: content, finishReason: "unknown", usage };
    },
    close: async () => {},
  };
}
