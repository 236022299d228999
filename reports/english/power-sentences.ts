import type { IntervalCheck } from "../../core/findings-interval-check.ts";
import { agree, counted } from "./counted.ts";
import { decimal, fine, points } from "./numbers.ts";

/** The smallest difference that would have been noticed, without a sign: `12`. */
export function smallestText(smallest: number | undefined): string {
  return smallest === undefined ? "none" : points(smallest).replace("+", "");
}

/** With how many cases the observed difference would be noticed. */
export function casesNeededText(cases: number | undefined): string {
  return cases === undefined ? "not applicable" : decimal(cases);
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
  if (rows === 0) return "Nothing was compared, so there is nothing this run could have shown.";
  const lead =
    "“Noticed from” gives, in the tables of comparisons, the smallest true difference that this run would have found with 80% certainty; “cases needed” says how many such cases the observed difference would take.";
  if (blind === 0) return lead;
  return `${lead} In ${decimal(blind)} of ${counted(rows, "comparison-row")} so few cases could have shown no difference at all.`;
}

/** Whether two ways to an interval agree. */
export function intervalCheckSentence(check: IntervalCheck): string {
  const { rows, smallestRatio, largestRatio, deviating } = check;
  if (rows === 0 || smallestRatio === undefined || largestRatio === undefined) {
    return "Check of the intervals: in this run there is no interval that can be computed in two ways.";
  }
  const lead = `Check of the intervals: ${counted(rows, "interval")} ${agree(rows, "was", "were")} computed in a second way, the ratio of the widths lies between ${fine(smallestRatio)} and ${fine(largestRatio)}.`;
  if (deviating === 0) {
    return `${lead} None differs by more than a fifth downwards or a quarter upwards.`;
  }
  return `${lead} ${decimal(deviating)} ${agree(deviating, "differs", "differ")} by more than a fifth downwards or a quarter upwards; there the interval carries less than it seems to.`;
}
