import { z } from "zod";
import type { Completed, FinishReason, Usage } from "../core/outcome.ts";
import { tokenCount, tokenUsage } from "./token-usage.ts";

const blockSchema = z
  .object({ type: z.string(), text: z.string().optional() })
  .refine(({ type, text }) => type !== "text" || text !== undefined, { path: ["text"] });

/** Counts of a message; those of the cache come on top of `input_tokens`. */
export const anthropicUsageSchema = z.object({
  input_tokens: tokenCount,
  output_tokens: tokenCount,
  cache_read_input_tokens: tokenCount,
  cache_creation_input_tokens: tokenCount,
  output_tokens_details: z.object({ thinking_tokens: tokenCount }).optional().catch(undefined),
});

const schema = z.object({
  type: z.literal("message"),
  role: z.literal("assistant"),
  content: z.array(blockSchema),
  stop_reason: z.string().nullish(),
  stop_details: z.object({ explanation: z.string().nullish() }).nullish().catch(undefined),
  usage: anthropicUsageSchema.optional().catch(undefined),
});
export type AnthropicMessage = z.infer<typeof schema>;

/** The body of Anthropic's Messages API, as far as it is read. */
export const messageForm = { schema, form: "einer Anthropic-Nachricht" };

/** Takes answer, way of ending and usage out of a message; thoughts are no part of the answer. */
export function completeMessage(message: AnthropicMessage): Completed {
  const text = message.content
    .flatMap((block) => (block.type === "text" ? (block.text ?? []) : []))
    .join("")
    .trim();
  const finishReason = finishReasons.get(message.stop_reason ?? "") ?? "unknown";
  const explanation = finishReason === "refusal" ? message.stop_details?.explanation : undefined;
  return {
    status: "completed",
    answer: text === "" ? (explanation ?? "") : text,
    finishReason,
    ...(message.usage !== undefined && { usage: usageOf(message.usage) }),
  };
}

const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["end_turn", "stop"],
  ["stop_sequence", "stop"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["refusal", "refusal"],
]);

function usageOf(usage: z.infer<typeof anthropicUsageSchema>): Usage {
  const cached = usage.cache_read_input_tokens;
  const { input_tokens: fresh } = usage;
  return tokenUsage({
    inputTokens:
      fresh === undefined
        ? undefined
        : fresh + (cached ?? 0) + (usage.cache_creation_input_tokens ?? 0),
    outputTokens: usage.output_tokens,
    cachedTokens: cached,
    reasoningTokens: usage.output_tokens_details?.thinking_tokens,
  });
}
