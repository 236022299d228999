import type { RunComparison, RunDifference, SuitePair } from "../../core/run-comparison.ts";
import { agree, counted } from "./counted.ts";
import { measuredDifference } from "./measured.ts";
import { decimal, probability } from "./numbers.ts";

/** What became of one model under one prompt: worse, better, or not to be told apart. */
export function differenceSentence(row: RunDifference, place: string): string {
  const measured = measuredDifference(row.difference, row);
  const p = `p by Holm\u00a0=\u00a0${probability(row.pHolm)}`;
  if (row.byConstruction) {
    return `${place}: both runs made the same calls and so have the same answers.`;
  }
  if (!row.distinguishable) {
    return `${place}: before and after cannot be told apart: ${measured}, ${p}.`;
  }
  return `${place}: ${row.difference < 0 ? "worse" : "better"} than before: ${measured}, ${p}.`;
}

/** The sentence that the whole comparison comes down to. */
export function verdictSentence(differences: readonly RunDifference[]): string {
  if (differences.length === 0) {
    return "The runs have nothing in common that could be compared: there are no same cases with the same model and the same prompt.";
  }
  const certain = differences.filter(({ distinguishable }) => distinguishable);
  const worse = certain.filter(({ difference }) => difference < 0).length;
  const better = certain.length - worse;
  if (certain.length === 0) {
    return "A difference between the runs is not certain. That does not mean there is none: the intervals show how large it may still be.";
  }
  const parts = [
    ...(worse > 0 ? [`${decimal(worse)} worse beyond chance`] : []),
    ...(better > 0 ? [`${decimal(better)} better beyond chance`] : []),
  ];
  return `Of ${counted(differences.length, "comparison-row")} (by model, prompt and task) ${agree(certain.length, "one turns", `${decimal(certain.length)} turn`)} out different: ${parts.join(" and ")}.`;
}

/** How many single answers turned over. */
export function changesSentence({ worseTotal, betterTotal }: RunComparison): string {
  return `One by one: ${counted(worseTotal, "answer")} passed before and not now, ${counted(betterTotal, "answer")} not passed before but now.`;
}

/** What of a suite was compared, and what was not. */
export function suiteStateLabel(pair: SuitePair): string {
  if (pair.before === undefined) return "only in the later run";
  if (pair.after === undefined) return "only in the earlier run";
  if (pair.before.hash !== "" && pair.before.hash === pair.after.hash) return "unchanged";
  return pair.changed === 0 && pair.onlyBefore === 0 && pair.onlyAfter === 0
    ? "same cases, prompts or settings changed"
    : "changed";
}

/** How many changed answers are shown, gravest first. */
export function shownChangesSentence(shown: number, total: number): string {
  if (total === 0) return "No answer.";
  if (shown === total) return `${counted(total, "answer")}, critical and grave cases first.`;
  return `${decimal(shown)} of ${counted(total, "answer")} ${agree(shown, "is", "are")} shown, critical and grave cases first.`;
}
