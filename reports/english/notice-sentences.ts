import { agree, counted } from "./counted.ts";

/** Where numbers say less than they seem to. */
export function noticesSentence(count: number): string {
  if (count === 0) return "There are no notes on single numbers.";
  return `${counted(count, "notice")}: ${agree(count, "this number says", "these numbers say")} less than it seems.`;
}
