import { z } from "zod";
import type { ModelRequest } from "../core/model.ts";
import type { Completed, Failed, FinishReason } from "../core/outcome.ts";
import type { CallSituation } from "./endpoint-failure.ts";
import { fewestTokens } from "./ollama-context.ts";
import { tokenCount, tokenUsage } from "./token-usage.ts";

const nanoseconds = z.number().min(0).optional().catch(undefined);

const schema = z.object({
  message: z.object({ content: z.string() }),
  /** Only the last part of an answer has it. */
  done: z.literal(true),
  done_reason: z.string().optional(),
  load_duration: nanoseconds,
  prompt_eval_count: tokenCount,
  prompt_eval_cached_count: tokenCount,
  eval_count: tokenCount,
});
type OllamaAnswer = z.infer<typeof schema>;

/** The body of Ollama's `/api/chat`, as far as it is read. */
export const ollamaForm = { schema, form: "einer Antwort von Ollama" };

/** Takes answer, way of ending, usage and load time out of an answer, unless the prompt was cut. */
export function completeOllama(
  request: ModelRequest,
  { host }: CallSituation,
): (answer: OllamaAnswer) => Completed | Failed {
  return (answer) => {
    const { prompt_eval_count: read, prompt_eval_cached_count: cached } = answer;
    const expected = fewestTokens(request);
    if (read !== undefined && read + (cached ?? 0) < expected) {
      const message =
        `Ollama (${host}) hat den Prompt gekürzt: ${read} Tokens gelesen statt mindestens ${expected}. ` +
        "Nehmen Sie ein Modell mit größerem Kontext, oder aktualisieren Sie Ollama.";
      return { status: "failed", code: "context-too-long", message };
    }
    const loadMs = answer.load_duration === undefined ? undefined : answer.load_duration / 1e6;
    return {
      status: "completed",
      answer: answer.message.content.trim(),
      finishReason: finishReasons.get(answer.done_reason ?? "") ?? "unknown",
      usage: tokenUsage({
        inputTokens: read,
        outputTokens: answer.eval_count,
        cachedTokens: cached,
      }),
      ...(loadMs !== undefined && { timing: { totalMs: 0, loadMs } }),
    };
  };
}

const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["length", "length"],
]);
