import { z } from "zod";
import type { Completed, FinishReason, Usage } from "../core/outcome.ts";
import { tokenCount, tokenUsage } from "./token-usage.ts";

const schema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: tokenCount,
      completion_tokens: tokenCount,
      prompt_tokens_details: z.object({ cached_tokens: tokenCount }).optional().catch(undefined),
      completion_tokens_details: z
        .object({ reasoning_tokens: tokenCount })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type ChatCompletion = z.infer<typeof schema>;

/** The body of OpenAI's Chat Completions, as far as it is read. */
export const chatCompletionForm = { schema, form: "einer Chat Completion" };

/** Takes answer, way of ending and usage out of a Chat Completion. */
export function completeChat(data: ChatCompletion): Completed {
  const [choice] = data.choices;
  const { content, refusal } = choice?.message ?? {};
  const isRefused = refusal !== null && refusal !== undefined && refusal !== "";
  return {
    status: "completed",
    answer: (content ?? refusal ?? "").trim(),
    finishReason: isRefused
      ? "refusal"
      : (finishReasons.get(choice?.finish_reason ?? "") ?? "unknown"),
    ...(data.usage !== undefined && { usage: usageOf(data.usage) }),
  };
}

const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["length", "length"],
  ["content_filter", "content-filter"],
  ["refusal", "refusal"],
]);

function usageOf(usage: NonNullable<ChatCompletion["usage"]>): Usage {
  return tokenUsage({
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens,
  });
}
