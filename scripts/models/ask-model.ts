import type { ModelConfig, ModelRequest } from "../../core/model.ts";
import type { Outcome } from "../../core/outcome.ts";
import type { ModelContext } from "../../models/model-context.ts";
import { openModel } from "../../models/registry.ts";
import { say } from "./inspect-model.ts";

/** What came of one real question. */
export interface Answered {
  readonly id: string;
  readonly ok: boolean;
  /** The answer, or why there is none; German. */
  readonly text: string;
  readonly totalMs?: number | undefined;
  readonly firstTokenMs?: number | undefined;
  readonly loadMs?: number | undefined;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
}

const question =
  "Beantworte die Frage mit dem Text. Text: Die Meldebehörde ist dienstags von 8 bis 12 Uhr geöffnet. " +
  "Frage: Wann ist die Meldebehörde geöffnet?";

/** Sends one real question to a model and measures the answer. Never throws for the model's trouble. */
export async function askModel(
  config: ModelConfig,
  context: ModelContext,
  report: (message: string) => void,
): Promise<Answered> {
  const { id, parameters } = config;
  try {
    const model = await openModel(config, context);
    try {
      await model.prepare(report);
      const request: ModelRequest = {
        messages: [{ role: "user", content: question }],
        temperature: parameters.temperature,
        seed: parameters.seed,
        maxTokens: parameters.maxTokens ?? 100,
      };
      return { id, ...resultOf(await model.call(request, new AbortController().signal)) };
    } finally {
      await model.close();
    }
  } catch (cause) {
    return { id, ok: false, text: say(cause) };
  }
}

const onlyBlanks =
  "Die Antwort besteht nur aus Leerraum. Erhöhen Sie maxTokens, wenn das Modell vor der Antwort nachdenkt, " +
  "und prüfen Sie beim Betreiber, ob es für Gespräche gedacht ist.";

function resultOf(outcome: Outcome): Omit<Answered, "id"> {
  if (outcome.status === "failed") return { ok: false, text: outcome.message };
  const { answer, timing, usage } = outcome;
  const text = answer.trim() === "" ? onlyBlanks : answer;
  return { ok: answer.trim() !== "", text, ...timing, ...usage };
}
