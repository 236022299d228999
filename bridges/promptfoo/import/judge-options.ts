import { needsBoth } from "./assertion-types.ts";
import { judgeId } from "./judge-id.ts";
import { isScriptReference, loadReference } from "./load-references.ts";
import { isGroup, type Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** The second model of an assertion that asks one for words and one for embeddings. */
export function embeddingsFor(
  session: ImportSession,
  written: Group,
  usual: unknown,
): string | undefined {
  if (!needsBoth(String(written["type"]))) return undefined;
  const provider = written["provider"] ?? usual;
  if (provider === undefined) return session.options.embeddings;
  if (!isGroup(provider) || provider["id"] !== undefined) return undefined;
  return session.attempt(written, "provider", () => judgeId(session, provider, true));
}

/** The order to a judge, from its file where it is one; data as JSON in one line. */
export function rubricText(session: ImportSession, rubric: unknown): unknown {
  if (typeof rubric !== "string" || !rubric.startsWith("file://")) return rubric;
  if (isScriptReference(rubric)) {
    throw new Refusal("eine Bewertungsfrage aus einem Programm gibt es hier nicht");
  }
  const content = loadReference(session, rubric);
  return typeof content === "string" ? content : JSON.stringify(content);
}
