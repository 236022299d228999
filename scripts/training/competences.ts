import { competencesOf } from "../../analysis/training-need/competence-map.ts";
import type { Card } from "../../core/card.ts";

/** Competences that would have caught a failure, as the analysis maps them; the class first. */
export function competencesOfCard(card: Card): string[] {
  const graders = card.reasons.map(({ grader }) => grader);
  return [...competencesOf({ class: card.class, graders, tags: [] })];
}
