import { z } from "zod";
import type { Completed, Failed, FinishReason } from "../core/outcome.ts";
import { tokenCount, tokenUsage } from "./token-usage.ts";

const partSchema = z
  .object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() })
  .refine(({ type, text }) => type !== "output_text" || text !== undefined, { path: ["text"] });

const itemSchema = z
  .object({ type: z.string(), content: z.array(z.unknown()).nullish() })
  .transform(({ type, content }) => ({ type, content: type === "message" ? content : [] }))
  .pipe(z.object({ type: z.string(), content: z.array(partSchema) }));

const schema = z.object({
  status: z.enum(["completed", "incomplete", "failed", "cancelled"]),
  output: z.array(itemSchema),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  usage: z
    .object({
      input_tokens: tokenCount,
      output_tokens: tokenCount,
      input_tokens_details: z.object({ cached_tokens: tokenCount }).optional().catch(undefined),
      output_tokens_details: z.object({ reasoning_tokens: tokenCount }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type Response = z.infer<typeof schema>;

/**
 * The body of OpenAI's Responses API, as far as it is read. A response that is still under way does
 * not match: nobody asked for one in the background.
 */
export const responseForm = { schema, form: "einer Response" };

/**
 * Takes answer, way of ending and usage out of a response to a question for `maxTokens`. An answer
 * that used them up was cut, even where a server (llama.cpp's) calls it completed.
 */
export function completeResponse(data: Response, maxTokens: number): Completed | Failed {
  if (data.status === "failed" || data.status === "cancelled") {
    const message = `Der Anbieter hat die Antwort nicht fertiggestellt (${data.status}).`;
    return { status: "failed", code: "malformed-answer", message };
  }
  const parts = data.output.flatMap(({ content }) => content);
  const refusals = parts.flatMap(({ refusal }) => refusal ?? []);
  const texts = parts.flatMap(({ type, text }) => (type === "output_text" ? (text ?? []) : []));
  const text = texts.join("").trim();
  return {
    status: "completed",
    answer: text === "" ? refusals.join("").trim() : text,
    finishReason: refusals.length > 0 ? "refusal" : finishReasonOf(data, maxTokens),
    ...(data.usage !== undefined && {
      usage: tokenUsage({
        inputTokens: data.usage.input_tokens,
        outputTokens: data.usage.output_tokens,
        cachedTokens: data.usage.input_tokens_details?.cached_tokens,
        reasoningTokens: data.usage.output_tokens_details?.reasoning_tokens,
      }),
    }),
  };
}

function finishReasonOf(
  { status, incomplete_details, usage }: Response,
  maxTokens: number,
): FinishReason {
  if (status === "completed") return (usage?.output_tokens ?? 0) < maxTokens ? "stop" : "length";
  return incompleteReasons.get(incomplete_details?.reason ?? "") ?? "unknown";
}

const incompleteReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["max_output_tokens", "length"],
  ["content_filter", "content-filter"],
]);
