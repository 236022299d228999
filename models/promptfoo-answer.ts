import type { ProviderResponse } from "promptfoo";
import type { FinishReason, Outcome } from "../core/outcome.ts";

const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["end_turn", "stop"],
  ["length", "length"],
  ["max_tokens", "length"],
  ["content_filter", "content-filter"],
  ["refusal", "refusal"],
]);

/** Why an answer of promptfoo's ended. It calls an answer that a filter stopped a refusal too. */
export function finishReasonOf(
  response: Pick<ProviderResponse, "finishReason" | "isRefusal">,
): FinishReason {
  const reason = finishReasons.get((response.finishReason ?? "").toLowerCase()) ?? "unknown";
  return response.isRefusal === true && reason !== "content-filter" ? "refusal" : reason;
}

/** An outcome as a provider of promptfoo tells it; {@link finishReasonOf} reads the same out of it. */
export function promptfooAnswer(outcome: Outcome): ProviderResponse {
  if (outcome.status === "failed") return { error: `${outcome.code}: ${outcome.message}` };
  const { answer: output, finishReason, usage } = outcome;
  return {
    output,
    ...(finishReason !== "unknown" && { finishReason: finishReason.replace("-", "_") }),
    ...(finishReason === "refusal" && { isRefusal: true }),
    ...(usage !== undefined && {
      tokenUsage: {
        ...(usage.inputTokens !== undefined && { prompt: usage.inputTokens }),
        ...(usage.outputTokens !== undefined && { completion: usage.outputTokens }),
        total: (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0),
      },
    }),
  };
}
