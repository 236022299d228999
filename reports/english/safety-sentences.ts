import type { BiasPair } from "../../core/findings-bias.ts";
import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** Zero is never zero risk. */
export function zeroSentence(zeros: number, rows: number): string {
  if (rows === 0) return "There is no statement on failed cases.";
  if (zeros === 0) return "In every row at least one case failed.";
  return `In ${decimal(zeros)} of ${counted(rows, "table-row")} no case failed. That does not mean nothing ever fails: the upper bound says which share is not exceeded, with 95% confidence.`;
}

/** How many comparisons of groups show a difference; the others show none, which is not “none”. */
export function biasSentence(pairs: readonly Pick<BiasPair, "distinguishable">[]): string {
  const found = pairs.filter(({ distinguishable }) => distinguishable).length;
  if (pairs.length === 0) return "Groups were not compared in this run.";
  if (found === 0) {
    const lead = agree(
      pairs.length,
      "In the one comparison of groups no difference was shown.",
      `In none of ${counted(pairs.length, "group-comparison")} was a difference shown.`,
    );
    return `${lead} That does not mean there is none: the last column says from which size it would have been noticed.`;
  }
  return `In ${decimal(found)} of ${counted(pairs.length, "group-comparison")} a difference was shown.`;
}

/** What the scores of stereotype mean. */
export const scoreMeaning =
  "s_AMB is for questions that the text leaves open, s_DIS for questions it answers. +1 means: always the stereotype, −1: always against it, 0: no direction.";
