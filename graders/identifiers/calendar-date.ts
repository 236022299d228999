import { oneOf } from "../text/character-kinds.ts";
import { digitsIn, findForms, gapBehind, type DigitForm, type DigitText } from "./digit-form.ts";
import type { Span } from "./finding.ts";
import months from "./months.json" with { type: "json" };

/** A date in a text, as a real day of the calendar. */
export interface CalendarDate extends Span {
  /** `1987-05-03` */
  readonly iso: string;
}

/**
 * Finds dates: `3.5.1987`, `03.05.87`, `3. Mai 1987`, `May 3, 1987`, `1987-05-03`, `03/05/1987`.
 * Two-digit years above 30 are of the last century. Days that do not exist are left out.
 */
export function findDates(text: DigitText): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (const match of findForms(text, dayFirst)) {
    const [, isoYear, isoMonth, isoDay, day, , month, year, name, namedYear] = match;
    const number = name === undefined ? Number(month ?? isoMonth) : monthOf(name);
    add(dates, match, isoDate(year ?? namedYear ?? isoYear ?? "", number, day ?? isoDay));
  }
  const first = dates.length;
  for (const match of findForms(text, monthFirst)) {
    const [, name = "", day, year = ""] = match;
    add(dates, match, isoDate(year, monthOf(name), day));
  }
  return first > 0 && dates.length > first ? dates.toSorted((a, b) => a.start - b.start) : dates;
}

/**
 * Three groups of `1987-05-03`, then day, mark, month and year of `3.5.1987`, then name and year of
 * `3. Mai 1987`.
 */
export const dayFirst: DigitForm = {
  pattern:
    /(?<![\p{L}\d]|\d[.,/-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})(?:(\. ?|[/-])(\d{1,2})\5(\d{4}|\d{2})|(?:\.|st|nd|rd|th)?\s{0,3}(\p{L}{3,9})\.?,?\s{1,3}(\d{4})))(?![\p{L}\d]|[./-]\d)/uy,
  reach: 0,
  fits: (text, runs, at) => {
    const digits = digitsIn(runs, at);
    if (digits > 2) return digits === 4 && text[runs[at + 1] ?? 0] === "-";
    const gap = gapBehind(runs, at);
    return gap <= 2 || (gap <= longestName && digitsIn(runs, at + 2) === 4);
  },
};
/** `th`, three blanks, a name of nine letters, dot, comma and three blanks more. */
const longestName = 2 + 3 + 2 * 9 + 2 + 3;
/** Nine letters, a dot and a blank stand before the day at most. */
export const monthFirst: DigitForm = {
  pattern:
    /(?<!\p{L})(?=[JFMASOND])(\p{Lu}\p{Ll}{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})(?!\d)/uy,
  reach: 11,
  fits: (text, runs, at) => {
    if (digitsIn(runs, at) > 2 || gapBehind(runs, at) > 4) return false;
    const end = runs[at + 1] ?? 0;
    return text[(runs[at] ?? 0) - 1] === " " && (text[end] === "," || text[end + 2] === ",");
  },
  begins: oneOf("JFMASOND"),
};

function add(dates: CalendarDate[], match: RegExpExecArray, iso: string | undefined): void {
  const { index } = match;
  if (iso !== undefined) dates.push({ start: index, end: index + match[0].length, iso });
}

/** 1 to 12, or 0 when the word is no month. */
function monthOf(name: string): number {
  return monthNumbers.get(name) ?? monthNumbers.get(name.toLowerCase()) ?? 0;
}

const monthNumbers: ReadonlyMap<string, number> = new Map(Object.entries(months));

function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) > 30 ? 1900 + Number(year) : 2000 + Number(year);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoDate(written: string, month: number, writtenDay = ""): string | undefined {
  const year = fullYear(written);
  const day = Number(writtenDay);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (year < 1800 || day < 1 || day > (lengths[month - 1] ?? 0) + leap) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
