import type { GradedCase } from "../../../core/case.ts";

/** Why a grader of German style cannot judge the case: it wants an answer in another language. */
export function foreignObstacle(graded: GradedCase): string | undefined {
  return (graded.expected?.language ?? "de") === "de"
    ? undefined
    : "Die Antwort soll in einer anderen Sprache stehen; geprüft werden nur deutsche Texte.";
}

/**
 * Why a grader of German style cannot judge: the answer is to be in another language, or it has no
 * word at all. `undefined` when it can.
 */
export function styleObstacle(answer: string, graded: GradedCase): string | undefined {
  const hasWord = /\p{L}{2}/u.test(answer);
  return (
    foreignObstacle(graded) ?? (hasWord ? undefined : "Die Antwort enthält kein einziges Wort.")
  );
}
