import type { Comparison, Rate } from "../../core/findings.ts";
import { measuredDifference, measuredShare } from "./measured.ts";
import { decimal, probability } from "./numbers.ts";

/** What a sentence about two models needs to know of their names. */
interface Names {
  readonly a: string;
  readonly b: string;
}

/** `Die höchste Quote hat A: 62 % (…) der Fälle bestanden.` */
export function bestModelSentence(name: string, rate: Rate): string {
  return `Die höchste Quote hat ${name}: bestanden ${measuredShare(rate)}.`;
}

/** The rates of several models side by side, each with the tasks it was measured on. */
export function ratesSentence(
  variant: string,
  rows: readonly { readonly name: string; readonly rate: Rate; readonly where: string }[],
): string {
  const rates = rows.map((row) => `${row.name} ${measuredShare(row.rate)} in ${row.where}`);
  return `Bestanden mit dem Prompt „${variant}“: ${rates.join("; ")}.`;
}

/** For a run of a single model. */
export function onlyModelSentence(name: string, rate: Rate): string {
  return `${name}: bestanden ${measuredShare(rate)}. Geprüft wurde nur dieses eine Modell; ein Vergleich mit einem anderen ist daher nicht möglich.`;
}

/** For a run without any rate of a model. */
export const nothingMeasuredSentence: string =
  "Zu keinem Modell liegt ein gemessenes Ergebnis vor. Eine Aussage über die Modelle ist daher nicht möglich.";

/** Says whether two models can be told apart, with difference, interval and n. */
export function comparisonSentence(comparison: Comparison, names: Names): string {
  if (comparison.byConstruction) {
    return `Zwischen ${names.a} und ${names.b} ist die Differenz konstruktionsbedingt 0 und kein Befund.`;
  }
  const difference = measuredDifference(comparison.difference, comparison);
  if (!comparison.distinguishable) {
    const same = comparison.equivalence?.equivalent === true ? equivalentText(comparison) : "";
    return `${names.a} und ${names.b} sind nicht unterscheidbar: Differenz ${difference}, ${pText(comparison)}.${same}`;
  }
  const [better, worse] = comparison.difference > 0 ? [names.a, names.b] : [names.b, names.a];
  return `${better} ist gesichert besser als ${worse}: Differenz ${names.a} − ${names.b} ${difference}, ${pText(comparison)}.`;
}

/** The word for a comparison in a table. */
export function comparisonWord(comparison: Comparison, names: Names): string {
  if (comparison.byConstruction) return "Differenz ist konstruktionsbedingt\u00a00";
  const { equivalent = false } = comparison.equivalence ?? {};
  if (!comparison.distinguishable) return equivalent ? "gleichwertig" : "nicht unterscheidbar";
  return `${comparison.difference > 0 ? names.a : names.b} besser`;
}

/** „Gleichwertig“ is shown, „nicht unterscheidbar“ is only not shown to differ. */
function equivalentText({ equivalence }: Comparison): string {
  const margin = decimal((equivalence?.margin ?? 0) * 100);
  return ` Sie sind gleichwertig: Mehr als ${margin} Prozentpunkte liegen sie nicht auseinander.`;
}

function pText(comparison: Comparison): string {
  const value = probability(comparison.pHolm);
  return `p nach Holm\u00a0${value.startsWith("unter") ? value : `=\u00a0${value}`}`;
}
