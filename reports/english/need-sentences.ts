import type { Need } from "../../core/findings-training-need.ts";
import { measuredShare } from "./measured.ts";
import words from "./procurement.json" with { type: "json" };

/** Name of a competence. */
export function competenceLabel(name: Need["competence"]): string {
  return words.competences[name].title;
}

/** high, medium, low; with “not certain” where the interval reaches into another level. */
export function levelText({ level, certain }: Need): string {
  return certain ? words.levels[level] : `${words.levels[level]}, not certain`;
}

/** Whose failures the need is worked out from. */
export function chosenSentence(name: string): string {
  return `It rests on the failures of ${name}:`;
}

/** `Checking critically: need high; share of answers affected 34% (interval 20% to 51%, n = 30).` */
export function needSentence(need: Need): string {
  return `${competenceLabel(need.competence)}: need ${levelText(need)}; share of answers affected ${measuredShare({ ...need.rate, n: need.n })}.`;
}
