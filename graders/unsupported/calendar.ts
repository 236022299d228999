import { lastDayOf } from "../text/last-day.ts";

/** Days before each month of a year that is no leap year. */
const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const millisecondsOfDay = 86_400_000;

/** A day of the Gregorian calendar: its year, and `301` for 1 March. */
export interface Day {
  readonly year: number;
  readonly day: number;
}

/** Days since 1 January 1970. */
export function dayNumber({ year, day }: Day): number {
  const month = monthOf(day);
  const full = month > 2 ? year : year - 1;
  const leaps = Math.floor(full / 4) - Math.floor(full / 100) + Math.floor(full / 400) - 477;
  return (year - 1970) * 365 + leaps + (before[month - 1] ?? Number.NaN) + (day % 100) - 1;
}

/** The month of a day, such as 3 of `301`. */
export function monthOf(day: number): number {
  return Math.floor(day / 100);
}

/** Month and day of a day number, as `301` for 1 March. */
export function monthDayOf(number: number): number {
  const date = new Date(number * millisecondsOfDay);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  const number = dayNumber(day) + 4;
  return number - Math.floor(number / 7) * 7;
}

/** Number of the day so many months later, or of the last day of that month. */
export function addMonths({ year, day }: Day, months: number): number {
  const total = year * 12 + monthOf(day) - 1 + months;
  const later = Math.floor(total / 12);
  const month = total - later * 12 + 1;
  const last = lastDayOf(later, month);
  return dayNumber({ year: later, day: month * 100 + Math.min(day % 100, last) });
}

/** Whole months, also when the last day counts: from 1 April to 31 March there are twelve; else 0. */
export function monthsBetween(from: Day, to: Day): number {
  const [day, month] = [to.day % 100, monthOf(to.day)];
  const months = (to.year - from.year) * 12 + month - monthOf(from.day);
  if (day === from.day % 100) return months;
  const last = lastDayOf(to.year, month);
  const next = day < last ? day + 1 : day + 1 - last;
  if (next !== from.day % 100) return 0;
  return day < last ? months : months + 1;
}
