import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** How many of the places are certain. */
export function rankSentence(certain: number, all: number): string {
  if (certain === all) return "Every place is certain.";
  return `With ${counted(all, "model")}, ${decimal(certain)} ${agree(certain, "place is", "places are")} certain; models that cannot be told apart share places.`;
}

/** `1`, `1–2`: models that cannot be told apart share them. */
export function placesText({
  best,
  worst,
}: {
  readonly best: number;
  readonly worst: number;
}): string {
  return best === worst ? decimal(best) : `${decimal(best)}–${decimal(worst)}`;
}
