import { isOfKind, letter } from "../text/character-kinds.ts";
import { codeAt } from "../text/code-at.ts";
import { wordAt, wordProperty, type Word } from "../text/word.ts";
import { isDigitAt } from "./digit-runs.ts";
import type { Span } from "./finding.ts";
import months from "./months.json" with { type: "json" };

/** What a date says; it need not be a day of the calendar. */
export interface WrittenDate {
  /** Of two digits it is completed: above 30 it is of the last century. */
  readonly year: number;
  /** 1 to 12, or 0 when the word is no month. */
  readonly month: number;
  readonly day: number;
}

/** Reads a passage that has the form of a date (see `dayFirst` and `monthFirst`), without a copy of its parts. */
export function readWrittenDate(text: string, { start, end }: Span): WrittenDate {
  const behindFirst = endOfDigits(text, start);
  if (behindFirst === start) return monthFirst(text, { start, end });
  if (behindFirst - start > 2) {
    const month = numberIn(text, start + 5, start + 7);
    return { year: numberIn(text, start, behindFirst), month, day: numberIn(text, start + 8, end) };
  }
  const last = startOfDigits(text, end);
  const year = fullYear(numberIn(text, last, end), end - last);
  const day = numberIn(text, start, behindFirst);
  let monthEnd = last;
  while (!isDigitAt(text, monthEnd - 1) && !isLetterAt(text, monthEnd - 1)) monthEnd -= 1;
  if (isDigitAt(text, monthEnd - 1)) {
    return { year, month: numberIn(text, startOfDigits(text, monthEnd), monthEnd), day };
  }
  let name = monthEnd;
  while (name > behindFirst && isLetterAt(text, name - 1)) name -= 1;
  if (name === behindFirst && hasOrdinal(text, { start: name, end: monthEnd })) name += 2;
  return { year, month: monthOf(wordAt(text, name, monthEnd)), day };
}

/** `May 3, 1987` */
function monthFirst(text: string, { start, end }: Span): WrittenDate {
  let name = start;
  while (isLetterAt(text, name)) name += 1;
  let day = name;
  while (!isDigitAt(text, day)) day += 1;
  return {
    year: numberIn(text, startOfDigits(text, end), end),
    month: monthOf(wordAt(text, start, name)),
    day: numberIn(text, day, endOfDigits(text, day)),
  };
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigitAt(text, end)) end += 1;
  return end;
}

function startOfDigits(text: string, end: number): number {
  let start = end;
  while (isDigitAt(text, start - 1)) start -= 1;
  return start;
}

function numberIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 10 + codeAt(text, at) - 0x30;
  return number;
}

/** Halves of larger characters are taken for letters. */
function isLetterAt(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return (code >= 0xd800 && code <= 0xdfff) || isOfKind(text, at, letter);
}

const ordinals = ["st", "nd", "rd", "th"];

/** `3rdMay`: at least three letters are those of the month. */
function hasOrdinal(text: string, { start, end }: Span): boolean {
  return end - start >= 5 && ordinals.some((ordinal) => text.startsWith(ordinal, start));
}

const monthNumbers: ReadonlyMap<string, number> = new Map(Object.entries(months));

const monthOf: (word: Word) => number = wordProperty(
  ({ text }) => monthNumbers.get(text) ?? monthNumbers.get(text.toLowerCase()) ?? 0,
);

function fullYear(year: number, digits: number): number {
  if (digits !== 2) return year;
  return year > 30 ? 1900 + year : 2000 + year;
}
