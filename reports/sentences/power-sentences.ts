import type { IntervalCheck } from "../../core/findings-interval-check.ts";
import { agree, counted } from "./counted.ts";
import { decimal, fine, points } from "./numbers.ts";

/** The smallest difference that would have been noticed, without a sign: `12`. */
export function smallestText(smallest: number | undefined): string {
  return smallest === undefined ? "keiner" : points(smallest).replace("+", "");
}

/** With how many cases the observed difference would be noticed. */
export function casesNeededText(cases: number | undefined): string {
  return cases === undefined ? "entfällt" : decimal(cases);
}

/** What the run could have seen at all. */
export function powerSentence({
  rows,
  blind,
}: {
  readonly rows: number;
  /** Rows in which no difference, however large, could have been shown. */
  readonly blind: number;
}): string {
  if (rows === 0) return "Verglichen wurde nichts; was dieser Lauf hätte zeigen können, entfällt.";
  const lead =
    "„Aufgefallen wäre ab“ nennt in den Tabellen der Vergleiche den kleinsten wahren Unterschied, den dieser Lauf mit 80\u00a0% Sicherheit gefunden hätte; „nötige Fälle“ sagt, wie viele solcher Fälle der beobachtete Unterschied bräuchte.";
  if (blind === 0) return lead;
  return `${lead} In ${decimal(blind)} von ${counted(rows, "comparison-row", "dative")} hätten so wenige Fälle gar keinen Unterschied zeigen können.`;
}

/** Whether two ways to an interval agree. */
export function intervalCheckSentence(check: IntervalCheck): string {
  const { rows, smallestRatio, largestRatio, deviating } = check;
  if (rows === 0 || smallestRatio === undefined || largestRatio === undefined) {
    return "Gegenprobe der Intervalle: In diesem Lauf gibt es kein Intervall, das sich auf zwei Wegen rechnen lässt.";
  }
  const lead = `Gegenprobe der Intervalle: ${counted(rows, "interval")} ${agree(rows, "wurde", "wurden")} auf einem zweiten Weg gerechnet, das Verhältnis der Breiten liegt zwischen ${fine(smallestRatio)} und ${fine(largestRatio)}.`;
  if (deviating === 0)
    return `${lead} Keines weicht um mehr als ein Fünftel nach unten oder ein Viertel nach oben ab.`;
  return `${lead} ${decimal(deviating)} ${agree(deviating, "weicht", "weichen")} um mehr als ein Fünftel nach unten oder ein Viertel nach oben ab; dort trägt das Intervall weniger, als es scheint.`;
}
