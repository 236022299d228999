import type { Need } from "../../core/findings-training-need.ts";
import words from "../words/procurement.json" with { type: "json" };
import { measuredShare } from "./measured.ts";

/** Name of a competence. */
export function competenceLabel(name: Need["competence"]): string {
  return words.competences[name].title;
}

/** hoch, mittel, gering; with „nicht gesichert“ where the interval reaches into another level. */
export function levelText({ level, certain }: Need): string {
  return certain ? words.levels[level] : `${words.levels[level]}, nicht gesichert`;
}

/** Whose failures the need is worked out from. */
export function chosenSentence(name: string): string {
  return `Grundlage sind die Fehler von ${name}:`;
}

/** `Kritisch prüfen: Bedarf hoch; Anteil betroffener Antworten 34 % (Intervall 20 bis 51 %, n = 30).` */
export function needSentence(need: Need): string {
  return `${competenceLabel(need.competence)}: Bedarf ${levelText(need)}; Anteil betroffener Antworten ${measuredShare({ ...need.rate, n: need.n })}.`;
}
