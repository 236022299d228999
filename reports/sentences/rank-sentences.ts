import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** How many of the places are certain. */
export function rankSentence(certain: number, all: number): string {
  if (certain === all) return "Jeder Platz ist gesichert.";
  return `Bei ${counted(all, "model", "dative")} ${agree(certain, "ist", "sind")} ${decimal(certain)} ${agree(certain, "Platz", "Plätze")} gesichert; wer sich nicht unterscheiden lässt, teilt sich Plätze.`;
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
