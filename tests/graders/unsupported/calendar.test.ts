import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMonths,
  dayNumber,
  monthDayOf,
  monthsBetween,
  weekdayOf,
} from "../../../graders/unsupported/calendar.ts";

const millisecondsOfDay = 86_400_000;
const days = fc.integer({ min: -60_000, max: 80_000 });

/** A day as the platform counts it. */
function dayOf(number: number) {
  const date = new Date(number * millisecondsOfDay);
  const day = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  return { date, day: { year: date.getUTCFullYear(), day } };
}

test("days and weekdays are those of the platform", () => {
  fc.assert(
    fc.property(days, (number) => {
      const { date, day } = dayOf(number);
      expect(dayNumber(day)).toBe(number);
      expect(monthDayOf(number)).toBe(day.day);
      expect(weekdayOf(day)).toBe(date.getUTCDay());
    }),
  );
});

test("months are added as the platform adds them, up to the last day of the month", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -3000, max: 3000 }), (number, months) => {
      const { date, day } = dayOf(number);
      const month = new Date(date);
      month.setUTCDate(1);
      month.setUTCMonth(month.getUTCMonth() + months);
      const last = new Date(month);
      last.setUTCMonth(last.getUTCMonth() + 1, 0);
      month.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
      expect(addMonths(day, months)).toBe(month.getTime() / millisecondsOfDay);
    }),
  );
});

test.each([
  [{ year: 2026, day: 401 }, { year: 2027, day: 331 }, 12],
  [{ year: 2026, day: 401 }, { year: 2027, day: 401 }, 12],
  [{ year: 2026, day: 312 }, { year: 2026, day: 411 }, 1],
  [{ year: 2026, day: 312 }, { year: 2026, day: 413 }, 0],
  // A date that takes the year of another may not exist: it is the day behind.
  [{ year: 2025, day: 102 }, { year: 2025, day: 229 }, 2],
  [{ year: 2024, day: 301 }, { year: 2025, day: 228 }, 12],
])("between %j and %j there are %i months", (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});
