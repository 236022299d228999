import { oneOf } from "../text/character-kinds.ts";
import { digitsIn, findPlaces, gapBehind, type DigitForm, type DigitText } from "./digit-form.ts";
import type { Span } from "./finding.ts";
import { readWrittenDate, type WrittenDate } from "./written-date.ts";

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
  addDates(dates, text, dayFirst);
  const first = dates.length;
  addDates(dates, text, monthFirst);
  return first > 0 && dates.length > first ? dates.toSorted((a, b) => a.start - b.start) : dates;
}

function addDates(dates: CalendarDate[], text: DigitText, form: DigitForm): void {
  const places = findPlaces(text, form);
  for (let at = 0; at < places.length; at += 2) {
    const span = { start: places[at] ?? 0, end: places[at + 1] ?? 0 };
    const iso = isoDate(readWrittenDate(text.text, span));
    if (iso !== undefined) dates.push({ ...span, iso });
  }
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
    if (digits > 2) return digits === 4 && isHyphen(text, runs[at + 1] ?? 0);
    const gap = gapBehind(runs, at);
    return gap <= 2 || (gap <= longestName && digitsIn(runs, at + 2) === 4);
  },
};
const isHyphen = oneOf("-");
const isBlank = oneOf(" ");
const isComma = oneOf(",");

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
    return isBlank(text, (runs[at] ?? 0) - 1) && (isComma(text, end) || isComma(text, end + 2));
  },
  begins: oneOf("JFMASOND"),
};

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoDate({ year, month, day }: WrittenDate): string | undefined {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (year < 1800 || day < 1 || day > (lengths[month - 1] ?? 0) + leap) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
