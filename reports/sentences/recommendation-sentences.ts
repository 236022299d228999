import type { FailureBound } from "../../core/findings-bounds.ts";
import type { RankedModel } from "../../core/findings-ranks.ts";
import { agree, listed } from "./counted.ts";
import { casesOutOf } from "./measured.ts";
import { percent, sharpPercent } from "./numbers.ts";

/** Why no model can be recommended, in the order in which the reasons are looked for. */
export const noRecommendation = {
  "nothing-measured": "Keine Empfehlung möglich, weil kein Modell gemessen wurde.",
  "first-look":
    "Keine Empfehlung möglich, weil der Schnelllauf je Aufgabe nur wenige Fälle prüft und damit keine Entscheidung trägt.",
  "single-model":
    "Keine Empfehlung möglich, weil nur ein Modell geprüft wurde und es keinen Vergleich gibt.",
  "nothing-passed": "Keine Empfehlung möglich, weil kein Modell eine einzige Aufgabe besteht.",
  "no-ranking":
    "Keine Empfehlung möglich, weil die Modelle nicht auf denselben Aufgaben verglichen sind.",
  verifying:
    "Keine Empfehlung, weil eine verifizierende Teststellung nur Angaben prüft und die Reihenfolge nicht ändert.",
};
export type NoRecommendation = keyof typeof noRecommendation;

/** One model is ahead of every other beyond chance. */
export function recommendedSentence(name: string, first: number | undefined): string {
  const sure =
    first === undefined ? "" : ` In ${percent(first)} der Nachberechnungen liegt es vorn.`;
  return `${name} wird empfohlen: Der Vorsprung vor jedem anderen geprüften Modell ist gesichert.${sure}`;
}

/** Several share the first rank: who is ahead how often, and that this settles nothing. */
export function sharedFirstSentence(
  rows: readonly Pick<RankedModel, "first">[],
  names: readonly string[],
): string {
  const lead = `Keine Empfehlung für ein einzelnes Modell möglich, weil ${listed(names)} nicht unterscheidbar sind.`;
  const ahead = rows
    .map(({ first }, at) => ({ first: first ?? -1, name: names[at] ?? "" }))
    .toSorted((a, b) => b.first - a.first)[0];
  if (ahead === undefined || ahead.first < 0) return lead;
  return `${lead} In ${percent(ahead.first)} der Nachberechnungen liegt ${ahead.name} vorn.`;
}

/** Whether the order hangs on a choice that could have been made otherwise. */
export function steadySentence(changed: number, all: number): string {
  if (all === 0) return "Andere Annahmen wurden nicht durchgerechnet.";
  if (changed === 0) {
    return agree(
      all,
      "Auch unter der einen anderen Annahme, die durchgerechnet wurde, bleibt dasselbe Modell vorn.",
      `Unter allen ${all} anderen Annahmen, die durchgerechnet wurden, bleibt dasselbe Modell vorn.`,
    );
  }
  return agree(
    all,
    "Unter der einen anderen Annahme, die durchgerechnet wurde, liegt ein anderes Modell vorn.",
    `Unter ${changed} von ${all} anderen Annahmen liegt ein anderes Modell vorn.`,
  );
}

/** What no failure, one or many leave open: the exact bound beside the count. */
export function boundSentence(row: FailureBound, place: string): string {
  const seen = casesOutOf(row.failed, row.n);
  const what = row.scope === "critical" ? "kritische Fälle: " : "";
  if (row.failed === row.n) return `${place}: ${what}misslungen in ${seen}.`;
  return `${place}: ${what}misslungen in ${seen}; mit 95\u00a0% Sicherheit sind es höchstens ${sharpPercent(row.upper)}.`;
}

/** `…, Bedingung: …` */
export function withCondition(risk: string, condition: string): string {
  return `${risk.replace(/\.$/u, "")}. Bedingung: ${condition}.`;
}
