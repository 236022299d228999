import type { RunComparison, RunDifference, SuitePair } from "../../core/run-comparison.ts";
import { agree, counted } from "./counted.ts";
import { measuredDifference } from "./measured.ts";
import { decimal, probability } from "./numbers.ts";

/** What became of one model under one prompt: worse, better, or not to be told apart. */
export function differenceSentence(row: RunDifference, place: string): string {
  const measured = measuredDifference(row.difference, row);
  const p = `p nach Holm\u00a0=\u00a0${probability(row.pHolm)}`;
  if (row.byConstruction)
    return `${place}: beide Läufe haben dieselben Aufrufe, also dieselben Antworten.`;
  if (!row.distinguishable)
    return `${place}: vorher und nachher nicht unterscheidbar: ${measured}, ${p}.`;
  return `${place}: ${row.difference < 0 ? "schlechter" : "besser"} als vorher: ${measured}, ${p}.`;
}

/** The sentence that the whole comparison comes down to. */
export function verdictSentence(differences: readonly RunDifference[]): string {
  if (differences.length === 0) {
    return "Die Läufe haben nichts gemeinsam, das sich vergleichen lässt: Es fehlt an gleichen Fällen mit demselben Modell und demselben Prompt.";
  }
  const certain = differences.filter(({ distinguishable }) => distinguishable);
  const worse = certain.filter(({ difference }) => difference < 0).length;
  const better = certain.length - worse;
  if (certain.length === 0) {
    return "Ein Unterschied zwischen den Läufen ist nicht gesichert. Das heißt nicht, dass es keinen gibt: Die Intervalle zeigen, wie groß er noch sein kann.";
  }
  const parts = [
    ...(worse > 0 ? [`${decimal(worse)} gesichert schlechter`] : []),
    ...(better > 0 ? [`${decimal(better)} gesichert besser`] : []),
  ];
  return `Von ${counted(differences.length, "comparison-row", "dative")} (je Modell, Prompt und Aufgabe) ${agree(certain.length, "fällt", "fallen")} ${parts.join(" und ")} aus.`;
}

/** How many single answers turned over. */
export function changesSentence({ worseTotal, betterTotal }: RunComparison): string {
  return `Einzeln betrachtet: ${counted(worseTotal, "answer")} vorher bestanden und jetzt nicht, ${counted(betterTotal, "answer")} vorher nicht bestanden und jetzt doch.`;
}

/** What of a suite was compared, and what was not. */
export function suiteStateLabel(pair: SuitePair): string {
  if (pair.before === undefined) return "nur im späteren Lauf";
  if (pair.after === undefined) return "nur im früheren Lauf";
  if (pair.before.hash !== "" && pair.before.hash === pair.after.hash) return "unverändert";
  return pair.changed === 0 && pair.onlyBefore === 0 && pair.onlyAfter === 0
    ? "Fälle gleich, Prompts oder Einstellungen geändert"
    : "geändert";
}

/** How many changed answers are shown, gravest first. */
export function shownChangesSentence(shown: number, total: number): string {
  if (total === 0) return "Keine Antwort.";
  if (shown === total) return `${counted(total, "answer")}, kritische und schwere Fälle zuerst.`;
  return `Gezeigt werden ${decimal(shown)} von ${counted(total, "answer", "dative")}, kritische und schwere Fälle zuerst.`;
}
