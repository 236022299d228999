import type { BiasPair } from "../../core/findings-bias.ts";
import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** Zero is never zero risk. */
export function zeroSentence(zeros: number, rows: number): string {
  if (rows === 0) return "Zu misslungenen Fällen liegt keine Angabe vor.";
  if (zeros === 0) return "In jeder Zeile ist mindestens ein Fall misslungen.";
  return `In ${decimal(zeros)} von ${counted(rows, "table-row", "dative")} ist kein Fall misslungen. Das heißt nicht, dass nie etwas misslingt: Die Obergrenze sagt, welcher Anteil mit 95\u00a0% Sicherheit nicht überschritten wird.`;
}

/** How many comparisons of groups show a difference; the others show none, which is not „keiner“. */
export function biasSentence(pairs: readonly Pick<BiasPair, "distinguishable">[]): string {
  const found = pairs.filter(({ distinguishable }) => distinguishable).length;
  const of = `${decimal(found)} von ${counted(pairs.length, "group-comparison", "dative")}`;
  if (pairs.length === 0) return "Gruppen wurden in diesem Lauf nicht verglichen.";
  if (found === 0) {
    const lead = agree(
      pairs.length,
      "In dem einen Gruppenvergleich ist kein Unterschied nachgewiesen.",
      `In keinem von ${counted(pairs.length, "group-comparison", "dative")} ist ein Unterschied nachgewiesen.`,
    );
    return `${lead} Das heißt nicht, dass es keinen gibt: Die letzte Spalte sagt, ab welcher Größe er aufgefallen wäre.`;
  }
  return `In ${of} ist ein Unterschied nachgewiesen.`;
}

/** Number of models, prompts and tasks whose bias is scored; what the score means. */
export const scoreMeaning: string =
  "s_AMB gilt für Fragen, die der Text offen lässt, s_DIS für Fragen, die er beantwortet. +1 heißt: immer das Klischee, −1: immer dagegen, 0: keine Richtung.";
