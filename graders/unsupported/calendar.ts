/** Days before each month of a year that is no leap year. */
const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const millisecondsOfDay = 86_400_000;

/** Days since 1 January 1970 of a day that is written `301` for 1 March, in the Gregorian calendar. */
export function dayNumber(year: number, day: number): number {
  const month = Math.floor(day / 100);
  const full = month > 2 ? year : year - 1;
  const leaps = Math.floor(full / 4) - Math.floor(full / 100) + Math.floor(full / 400) - 477;
  return (year - 1970) * 365 + leaps + (before[month - 1] ?? Number.NaN) + (day % 100) - 1;
}

/** Month and day of a day number, as `301` for 1 March. */
export function monthDayOf(number: number): number {
  const date = new Date(number * millisecondsOfDay);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** 0 for Sunday. */
export function weekdayOf(year: number, day: number): number {
  const number = dayNumber(year, day) + 4;
  return number - Math.floor(number / 7) * 7;
}

/** The last day of a month. */
export function lastDayOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
