import { isGroup } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";

/**
 * The id of the model that judges, as the grader takes it (`promptfoo:openai:gpt-4.1`): from a text, an
 * object with `id`, or a group with one model for words and one for embeddings. Absent when none is
 * named. Settings of a judge have no counterpart and are a `Refusal`.
 */
export function judgeId(provider: unknown, isEmbedding: boolean): string | undefined {
  if (provider === undefined || provider === null) return undefined;
  if (typeof provider === "string") return named(provider);
  if (!isGroup(provider)) throw new Refusal("provider nennt kein Modell");
  if (typeof provider["id"] === "string") {
    const { id, config } = provider;
    if (isGroup(config) && Object.keys(config).some((key) => !isUsual(key, config[key]))) {
      throw new Refusal(
        "ein Modell mit eigenen Einstellungen kann hier nicht Richter sein; nennen Sie nur seine id",
      );
    }
    return named(id);
  }
  const inner = isEmbedding
    ? provider["embedding"]
    : (provider["text"] ?? provider["classification"]);
  return judgeId(inner, isEmbedding);
}

/** What a judge does anyway. */
function isUsual(key: string, value: unknown): boolean {
  return key === "temperature" && value === 0;
}

function named(id: string): string {
  if (/^(?:file|exec|python|golang|ruby|package|https?):/u.test(id)) {
    throw new Refusal(`„${id}“ kann hier nicht Richter sein, nur ein Modell mit einer id`);
  }
  return `promptfoo:${id}`;
}
