import groups from "../assertion-types.json" with { type: "json" };

interface TypeGroup {
  readonly kind: string;
  readonly types: readonly string[];
  readonly reason?: string;
}

const groupOf: ReadonlyMap<string, TypeGroup> = new Map(
  (groups as readonly TypeGroup[]).flatMap((group) => group.types.map((type) => [type, group])),
);

/** Types of assertions that promptfoo knows, without `not-`. */
export const assertionTypes: readonly string[] = [...groupOf.keys()];

/** `not-contains` → `contains`. */
export function baseType(type: string): string {
  return type.startsWith("not-") ? type.slice("not-".length) : type;
}

/** Does promptfoo know this type? */
export function isKnownType(type: string): boolean {
  return groupOf.has(baseType(type));
}

/** Why a type cannot be judged here; nothing when it can. */
export function unjudgedReason(type: string): string | undefined {
  if (type.startsWith("promptfoo:redteam:")) return "gehört zum Red-Teaming von promptfoo";
  if (baseType(type) === "conversation-relevance") {
    return "braucht den Verlauf eines Gesprächs, hier steht jede Frage allein";
  }
  return groupOf.get(baseType(type))?.reason;
}

/** Does a model judge it? */
export function needsJudge(type: string): boolean {
  return groupOf.get(baseType(type))?.kind === "judge";
}

/** Does it ask a model for numbers (embeddings), not for words? */
export function needsEmbedding(type: string): boolean {
  return baseType(type).startsWith("similar");
}

/** Does it ask one model for words and another for embeddings? */
export function needsBoth(type: string): boolean {
  return baseType(type) === "answer-relevance";
}

/** Does it run a program? */
export function isProgram(type: string): boolean {
  return groupOf.get(baseType(type))?.kind === "code";
}
