import type { BaselineFields, Model, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { ModelOrder } from "./model-context.ts";
import { bestPassage, firstSentences } from "./passages.ts";

interface Baseline {
  /** German, for reports. */
  readonly title: string;
  /** Fields of the case that decide the answer, as paths. */
  readonly reads: readonly string[];
  /** The field without which there is no answer. */
  readonly needs: "text" | "reference";
  readonly answer: (needed: string, fields: BaselineFields) => string;
}

const baselines: Readonly<Record<string, Baseline>> = {
  copy: {
    title: "gibt den Ausgangstext unverändert zurück",
    reads: ["input.text"],
    needs: "text",
    answer: (text) => text,
  },
  lead: {
    title: "gibt die ersten Sätze des Ausgangstextes zurück (höchstens 3 Sätze und 60 Wörter)",
    reads: ["input.text"],
    needs: "text",
    answer: (text) => firstSentences(text, { sentences: 3, words: 60 }),
  },
  retrieval: {
    title:
      "gibt den Satz, der am besten zur Frage passt (BM25), und den folgenden zurück; ohne Frage die ersten Sätze",
    reads: ["input.text", "input.question"],
    needs: "text",
    answer: (text, fields) =>
      fields.question === undefined
        ? firstSentences(text, { sentences: 3, words: 60 })
        : bestPassage(text, fields.question),
  },
  reference: {
    title: "gibt die Musterantwort des Falls zurück",
    reads: ["reference"],
    needs: "reference",
    answer: (reference) => reference,
  },
};

/** Names that may follow `baseline:`. */
export const baselineNames: readonly string[] = Object.keys(baselines);

/**
 * The way `baseline`: floor and ceiling beside every model. A baseline reads no prompt, only fields
 * of the case, and needs no network. A case without the needed field is a `failed` outcome.
 */
export async function openBaseline({
  name,
  config,
}: Pick<ModelOrder, "name" | "config">): Promise<Model> {
  const baseline = baselines[name];
  if (baseline === undefined) {
    throw new UserError(`Die Vergleichsgröße „${name}“ ist nicht bekannt.`, {
      code: "unknown-model",
      exitCode: exitCodes.usage,
      nextStep: `Wählen Sie eine von: ${baselineNames.join(", ")}.`,
    });
  }
  return {
    description: {
      id: config.id,
      kind: "baseline",
      way: "baseline",
      wayVersion: "1",
      endpoint: "embedded",
      name,
      place: "auf diesem Rechner",
      details: { rule: baseline.title },
      reads: [...baseline.reads],
      parameters: config.parameters,
      limits: config.limits,
    },
    concurrency: 16,
    prepare: async () => {},
    call: async (request, signal) => answerOf(baseline, request, signal),
    close: async () => {},
  };
}

function answerOf(baseline: Baseline, request: ModelRequest, signal: AbortSignal): Outcome {
  if (signal.aborted) {
    return { status: "failed", code: "aborted", message: "Der Aufruf wurde abgebrochen." };
  }
  const fields = request.fields ?? {};
  const needed = fields[baseline.needs];
  if (needed === undefined) {
    const field = baseline.needs === "text" ? "input.text" : "reference";
    const message = `Diese Vergleichsgröße braucht ${field}, der Fall hat es nicht.`;
    return { status: "failed", code: "internal", message };
  }
  return { status: "completed", answer: baseline.answer(needed, fields), finishReason: "stop" };
}
