import { isOfKind, letter, number, oneOf, space } from "./character-kinds.ts";
import type { TextRange } from "./text-span.ts";

/** Longest word that is looked at, in code units. */
const longestWord = 40;
/** White space before a word that is passed over, in code units. */
const longestGap = 5;

/** How far before its end an address begins, in code units. */
const longestAddress = 100;
const isLineBlank = oneOf(" \n");
const isInAddress = oneOf("@:.");

/** The word of letters and digits that ends at an offset; it begins no earlier than `limit`. */
export function wordBefore(text: string, end: number, limit: number): TextRange {
  const lowest = Math.max(limit, end - longestWord);
  let start = end;
  while (start > lowest && isOfKind(text, start - 1, letter | number)) start -= 1;
  return { start, end };
}

/** The offset behind the last character before an offset that is no white space. */
export function skipSpace(text: string, end: number): number {
  const lowest = Math.max(0, end - longestGap);
  let before = end;
  while (before > lowest && isOfKind(text, before - 1, space)) before -= 1;
  return before;
}

/** Whether a word ends a web or mail address, which begins no earlier than `limit`. */
export function endsAddress(text: string, word: TextRange, limit: number): boolean {
  const lowest = Math.max(limit, word.end - longestAddress);
  let { start } = word;
  let isPossible = false;
  while (start > lowest && !isLineBlank(text, start - 1)) {
    start -= 1;
    if (isInAddress(text, start)) isPossible = true;
  }
  return isPossible && /@|:\/\/|www\.|\.[a-z]{2,4}\//u.test(text.slice(start, word.end));
}
