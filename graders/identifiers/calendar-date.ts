import { findForms, type DigitForm, type DigitText } from "./digit-form.ts";
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
  const matches = [...findForms(text, dayFirst), ...findForms(text, monthFirst)];
  return matches
    .flatMap(({ 0: found, index, groups = {} }) => {
      const iso = isoDate(groups);
      return iso === undefined ? [] : [{ start: index, end: index + found.length, iso }];
    })
    .toSorted((a, b) => a.start - b.start);
}

export const dayFirst: DigitForm = {
  pattern:
    /(?<![\p{L}\d]|\d[.,/-])(?:(?<isoYear>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})|(?<day>\d{1,2})(?:(?<mark>\. ?|[/-])(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})|(?:\.|st|nd|rd|th)?\s{0,3}(?<name>\p{L}{3,9})\.?,?\s{1,3}(?<namedYear>\d{4})))(?![\p{L}\d]|[./-]\d)/uy,
  reach: 0,
  fits: (text, { start, end }) => end - start < 3 || (end - start === 4 && text[end] === "-"),
};
/** Nine letters, a dot and a blank stand before the day at most. */
export const monthFirst: DigitForm = {
  pattern:
    /(?<!\p{L})(?=[JFMASOND])(?<firstName>\p{Lu}\p{Ll}{2,8})\.? (?<secondDay>\d{1,2})(?:st|nd|rd|th)?, ?(?<lastYear>\d{4})(?!\d)/uy,
  reach: 11,
  fits: (text, { start, end }) =>
    end - start < 3 && text[start - 1] === " " && (text[end] === "," || text[end + 2] === ","),
};

function isoDate(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const name = groups["name"] ?? groups["firstName"];
  const day = groups["day"] ?? groups["isoDay"] ?? groups["secondDay"];
  const year = groups["year"] ?? groups["namedYear"] ?? groups["isoYear"] ?? groups["lastYear"];
  const month = name === undefined ? Number(groups["month"] ?? groups["isoMonth"]) : monthOf(name);
  return calendarDay(fullYear(year ?? ""), month, Number(day));
}

/** 1 to 12, or 0 when the word is no month. */
function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return Object.hasOwn(months, lower) ? months[lower as keyof typeof months] : 0;
}

function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) > 30 ? 1900 + Number(year) : 2000 + Number(year);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (year < 1800 || day < 1 || day > (lengths[month - 1] ?? 0)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
