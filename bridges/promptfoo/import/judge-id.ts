import { isGroup, type Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
import { secretIn } from "./secrets.ts";
import type { ImportSession } from "./session.ts";

/**
 * The id of the model that judges, as the grader takes it (`promptfoo:openai:gpt-4.1`): from a text, an
 * object with `id`, or a group with one model for words and one for embeddings. Absent when none is
 * named.
 */
export function judgeId(
  session: ImportSession,
  provider: unknown,
  isEmbedding: boolean,
): string | undefined {
  if (provider === undefined || provider === null) return undefined;
  if (typeof provider === "string") return named(provider);
  if (!isGroup(provider)) throw new Refusal("provider nennt kein Modell");
  if (typeof provider["id"] === "string") {
    const { id, config } = provider;
    const judge = named(id);
    if (!isGroup(config) || Object.keys(config).length === 0) return judge;
    return withSettings(session, id, config);
  }
  const inner = isEmbedding
    ? provider["embedding"]
    : (provider["text"] ?? provider["classification"]);
  return judgeId(session, inner, isEmbedding);
}

/** A judge with settings is a file of its own, which promptfoo reads; see `renderSuite`. */
function withSettings(session: ImportSession, id: string, config: Group): string {
  if (/\{\{/u.test(JSON.stringify(config))) {
    throw new Refusal(
      "die Einstellungen des Richters hängen von der Umgebung ab; das geht hier nicht",
    );
  }
  const secret = secretIn(config);
  if (secret !== undefined) {
    throw new Refusal(
      `„${secret}“ steht lesbar in der Datei; setzen Sie den Schlüssel in der Umgebung`,
    );
  }
  const known = [...session.judges].find(
    ([, one]) => JSON.stringify(one) === JSON.stringify({ id, config }),
  );
  const file = known?.[0] ?? `richter-${session.judges.size + 1}.yaml`;
  session.judges.set(file, { id, config });
  return judgeFile(file);
}

/** Stands for the whole path of a file of the suite until it is known where the suite lies. */
export function judgeFile(file: string): string {
  return `promptfoo:file://<${file}>`;
}

function named(id: string): string {
  if (/^(?:file|exec|python|golang|ruby|package|https?):/u.test(id)) {
    throw new Refusal(`„${id}“ kann hier nicht Richter sein, nur ein Modell mit einer id`);
  }
  return `promptfoo:${id}`;
}
