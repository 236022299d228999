import type { GradedCase } from "../../../core/case.ts";

/**
 * Why a grader of German style cannot judge: the answer is to be in another language, or it has no
 * word at all. `undefined` when it can.
 */
export function styleObstacle(answer: string, graded: GradedCase): string | undefined {
  if ((graded.expected?.language ?? "de") !== "de") {
    return "Die Antwort soll in einer anderen Sprache stehen; geprüft werden nur deutsche Texte.";
  }
  return /\p{L}{2}/u.test(answer) ? undefined : "Die Antwort enthält kein einziges Wort.";
}
