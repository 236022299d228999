import { z } from "zod";

/** Why an answer ended. `refusal` and `content-filter` are answers, not infrastructure. */
export const finishReasonSchema = z.enum([
  "stop",
  "length",
  "refusal",
  "content-filter",
  "unknown",
]);
export type FinishReason = z.infer<typeof finishReasonSchema>;

/** Why no answer came. `unanswered`: nobody was asked, and the answer is not there (yet). */
export const failureCodeSchema = z.enum([
  "rate-limit",
  "overload",
  "network",
  "timeout",
  "malformed-answer",
  "authentication",
  "model-not-found",
  "context-too-long",
  "unanswered",
  "budget",
  "aborted",
  "internal",
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** Tokens as the provider counted them; absent when it did not say. */
export const usageSchema = z.object({
  inputTokens: z.int().min(0).optional(),
  outputTokens: z.int().min(0).optional(),
  /** Part of `inputTokens` that the provider had in its cache. */
  cachedTokens: z.int().min(0).optional(),
  /** Part of `outputTokens` that the model thought and did not say. */
  reasoningTokens: z.int().min(0).optional(),
});
export type Usage = z.infer<typeof usageSchema>;

/** Durations in milliseconds from a monotonic clock. */
export const timingSchema = z.object({
  totalMs: z.number().min(0),
  firstTokenMs: z.number().min(0).optional(),
  /** Time the server took to load the model's weights first; not part of `totalMs`. */
  loadMs: z.number().min(0).optional(),
});

export const completedSchema = z.object({
  status: z.literal("completed"),
  answer: z.string(),
  finishReason: finishReasonSchema.default("unknown"),
  usage: usageSchema.optional(),
  /** Absent for an answer that was `cached`: it says nothing about the endpoint today. */
  timing: timingSchema.optional(),
  /** True when an earlier run paid for this answer and nobody was asked; absent otherwise. */
  cached: z.literal(true).optional(),
  /**
   * Only where the answer was not kept; then `answer` is empty. `length` counts UTF-16 code units,
   * `blank` says whether there was nothing to read in it.
   */
  omitted: z
    .object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      length: z.int().min(0),
      blank: z.boolean(),
    })
    .optional(),
});
export const failedSchema = z.object({
  status: z.literal("failed"),
  code: failureCodeSchema,
  message: z.string(),
  /** Milliseconds until the endpoint wants to be asked again; absent when it did not say. */
  retryAfterMs: z.number().min(0).optional(),
});

/** What came back from one call: an answer, or the reason why none came. */
export const outcomeSchema = z.discriminatedUnion("status", [completedSchema, failedSchema]);
export type Completed = z.infer<typeof completedSchema>;
export type Failed = z.infer<typeof failedSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;

/** True for an answer that an earlier run paid for: it took no time and cost nothing. */
export function isCached(outcome: Outcome): boolean {
  return outcome.status === "completed" && outcome.cached === true;
}
