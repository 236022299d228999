import type { Comparison, Rate } from "../../core/findings.ts";
import { measuredDifference, measuredShare } from "./measured.ts";
import { decimal, probability } from "./numbers.ts";

interface Names {
  readonly a: string;
  readonly b: string;
}

/** `A has the highest rate: passed 62% (…).` */
export function bestModelSentence(name: string, rate: Rate): string {
  return `The highest rate is that of ${name}: passed ${measuredShare(rate)}.`;
}

/** The rates of several models side by side, each with the tasks it was measured on. */
export function ratesSentence(
  variant: string,
  rows: readonly { readonly name: string; readonly rate: Rate; readonly where: string }[],
): string {
  const rates = rows.map((row) => `${row.name} ${measuredShare(row.rate)} in ${row.where}`);
  return `Passed with the prompt “${variant}”: ${rates.join("; ")}.`;
}

/** For a run of a single model. */
export function onlyModelSentence(name: string, rate: Rate): string {
  return `${name}: passed ${measuredShare(rate)}. Only this one model was tested, so a comparison with another is not possible.`;
}

/** For a run without any rate of a model. */
export const nothingMeasuredSentence =
  "There is no measured result for any model. So nothing can be said about the models.";

/** Says whether two models can be told apart, with difference, interval and n. */
export function comparisonSentence(comparison: Comparison, names: Names): string {
  if (comparison.byConstruction) {
    return `Between ${names.a} and ${names.b} the difference is 0 by construction and no finding.`;
  }
  const difference = measuredDifference(comparison.difference, comparison);
  if (!comparison.distinguishable) {
    const same = comparison.equivalence?.equivalent === true ? equivalentText(comparison) : "";
    return `${names.a} and ${names.b} cannot be told apart: difference ${difference}, ${pText(comparison)}.${same}`;
  }
  const [better, worse] = comparison.difference > 0 ? [names.a, names.b] : [names.b, names.a];
  return `${better} is better than ${worse} beyond chance: difference ${names.a} − ${names.b} ${difference}, ${pText(comparison)}.`;
}

/** The word for a comparison in a table. */
export function comparisonWord(comparison: Comparison, names: Names): string {
  if (comparison.byConstruction) return "difference is 0 by construction";
  const { equivalent = false } = comparison.equivalence ?? {};
  if (!comparison.distinguishable) return equivalent ? "equivalent" : "cannot be told apart";
  return `${comparison.difference > 0 ? names.a : names.b} better`;
}

/** “Equivalent” is shown, “cannot be told apart” is only not shown to differ. */
function equivalentText({ equivalence }: Comparison): string {
  const margin = decimal((equivalence?.margin ?? 0) * 100);
  return ` They are equivalent: they are no more than ${margin} percentage points apart.`;
}

function pText(comparison: Comparison): string {
  const value = probability(comparison.pHolm);
  return `p by Holm\u00a0${value.startsWith("under") ? value : `=\u00a0${value}`}`;
}
