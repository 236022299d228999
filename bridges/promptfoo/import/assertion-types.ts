/** Types of assertions that promptfoo 0.123 knows, without `not-` and the groups below. */
export const assertionTypes: readonly string[] = [
  "agent-rubric",
  "answer-relevance",
  "bleu",
  "classifier",
  "contains",
  "contains-all",
  "contains-any",
  "contains-html",
  "contains-json",
  "contains-sql",
  "contains-xml",
  "context-faithfulness",
  "context-recall",
  "context-relevance",
  "conversation-relevance",
  "cost",
  "equals",
  "factuality",
  "finish-reason",
  "g-eval",
  "gleu",
  "guardrails",
  "icontains",
  "icontains-all",
  "icontains-any",
  "is-html",
  "is-json",
  "is-refusal",
  "is-sql",
  "is-valid-function-call",
  "is-valid-openai-function-call",
  "is-valid-openai-tools-call",
  "is-xml",
  "javascript",
  "latency",
  "levenshtein",
  "llm-rubric",
  "pi",
  "meteor",
  "model-graded-closedqa",
  "model-graded-factuality",
  "moderation",
  "perplexity",
  "perplexity-score",
  "python",
  "regex",
  "rouge-n",
  "ruby",
  "similar",
  "similar:cosine",
  "similar:dot",
  "similar:euclidean",
  "starts-with",
  "tool-call-f1",
  "skill-used",
  "trajectory:goal-success",
  "trajectory:tool-args-match",
  "trajectory:step-count",
  "trajectory:tool-sequence",
  "trajectory:tool-used",
  "trace-error-spans",
  "trace-span-count",
  "trace-span-duration",
  "search-rubric",
  "webhook",
  "word-count",
];

const needsCall = "braucht Angaben zum Aufruf, die ein Grader hier nicht bekommt";
const needsTrace = "braucht eine Aufzeichnung der Schritte (Tracing), die es hier nicht gibt";
const needsOthers = "vergleicht die Antworten auf mehrere Prompts, ein Grader sieht hier nur eine";

/** Known types that nothing here can judge, and why. */
const unjudged: readonly (readonly [RegExp, string])[] = [
  [/^(?:latency|cost|perplexity|perplexity-score|guardrails)$/u, needsCall],
  [/^(?:trace-|trajectory:|skill-used|agent-rubric)/u, needsTrace],
  [/^(?:select-best|max-score)$/u, needsOthers],
  [/^human$/u, "braucht einen Menschen, der im Betrachter von promptfoo urteilt"],
  [
    /^conversation-relevance$/u,
    "braucht den Verlauf eines Gesprächs, hier steht jede Frage allein",
  ],
  [/^(?:webhook|pi|moderation|search-rubric)$/u, "ruft einen Dienst im Netz auf"],
  [/^promptfoo:redteam:/u, "gehört zum Red-Teaming von promptfoo und arbeitet auf dessen Servern"],
];

/** Types that a model judges. */
const judged = new Set([
  "answer-relevance",
  "classifier",
  "context-faithfulness",
  "context-recall",
  "context-relevance",
  "factuality",
  "g-eval",
  "llm-rubric",
  "model-graded-closedqa",
  "model-graded-factuality",
  "similar",
  "similar:cosine",
  "similar:dot",
  "similar:euclidean",
]);

/** Types whose value is a program. */
const programs = new Set(["javascript", "python", "ruby"]);

/** `not-contains` → `contains`. */
export function baseType(type: string): string {
  return type.startsWith("not-") ? type.slice("not-".length) : type;
}

/** Does promptfoo know this type? */
export function isKnownType(type: string): boolean {
  return assertionTypes.includes(baseType(type)) || unjudgedReason(type) !== undefined;
}

/** Why a known type cannot be judged here; nothing when it can. */
export function unjudgedReason(type: string): string | undefined {
  return unjudged.find(([pattern]) => pattern.test(baseType(type)))?.[1];
}

/** Does a model judge it? */
export function needsJudge(type: string): boolean {
  return judged.has(baseType(type));
}

/** Is its value a program? */
export function isProgram(type: string): boolean {
  return programs.has(baseType(type));
}
