import type { BreakEven, OfferPair } from "../../core/findings-procurement.ts";
import { decimal } from "./numbers.ts";
import { counted, sampleSize } from "./sentences.ts";

/** How many of the places are certain. */
export function rankSentence(certain: number, all: number): string {
  if (certain === all) return "Every place is certain.";
  return `Of ${counted(all, "place")}, ${decimal(certain)} ${certain === 1 ? "is" : "are"} certain; models that cannot be told apart share places.`;
}

/** Whether the order survives other assumptions. */
export function steadySentence(changed: number, all: number): string {
  if (all === 0) return "No other assumption was tried.";
  if (changed === 0) return `The order holds under ${counted(all, "other assumption")}.`;
  return `Under ${decimal(changed)} of ${counted(all, "other assumption")} somebody else is ahead. Decide first which assumption holds for you.`;
}

/** Difference of two models in points; what cannot be told apart is called so. */
export function pairSentence(pair: OfferPair, names: (model: string) => string): string {
  const size = `${decimal(pair.difference)} performance points (interval ${decimal(pair.low)} to ${decimal(pair.high)}, ${sampleSize(pair.n)})`;
  return pair.distinguishable
    ? `${names(pair.a)} and ${names(pair.b)} differ: ${size}.`
    : `${names(pair.a)} and ${names(pair.b)} cannot be told apart statistically: ${size}.`;
}

/** From how many requests on a model of one's own costs less. */
export function breakEvenSentence(row: BreakEven, names: (model: string) => string): string {
  const [own, other] = [names(row.own), names(row.other)];
  if (row.result === "always") return `${own} costs less than ${other} at any volume.`;
  if (row.result === "never") return `${own} costs less than ${other} at no volume.`;
  const volume = decimal(Math.round(row.requestsPerYear ?? 0));
  const from = row.result === "from" ? "from" : "only up to";
  return `${own} costs less than ${other} ${from} ${volume} requests a year; ${decimal(Math.round(row.plannedPerYear))} are planned.`;
}

/** The chosen corridor beside what the uncertainty would ask for. */
export function corridorSentence({
  chosen,
  computed,
}: {
  chosen: number;
  computed: number;
}): string {
  const wide = computed > chosen ? ", further than the chosen corridor" : "";
  return `The corridor was set to ${decimal(chosen)}% before the run. The interval of the highest figure reaches ${decimal(computed)}% downwards${wide}.`;
}

/** How many cases their authors should look at again. */
export function itemsSentence({
  doubtful,
  marked,
  all,
}: {
  readonly doubtful: number;
  readonly marked: number;
  readonly all: number;
}): string {
  if (all === 0) return "No case was measured well enough to be judged.";
  const lead = `Of ${counted(all, "case")}, ${decimal(doubtful)} ${doubtful === 1 ? "is" : "are"} doubtful`;
  const rest = marked - doubtful;
  if (rest === 0) return `${lead}.`;
  return `${lead}; ${decimal(rest)} ${rest === 1 ? "is" : "are"} passed by all models or by none and so ${rest === 1 ? "does" : "do"} not tell them apart.`;
}
