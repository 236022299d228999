import { expect, test } from "vitest";
import { findClockTimes } from "../../../graders/identifiers/clock-time.ts";
import { startReading } from "../../../graders/identifiers/reading.ts";

function times(text: string): string[] {
  return findClockTimes(startReading(text)).map(({ start, end }) => text.slice(start, end));
}

test.each(["8 Uhr", "8 bis 12 Uhr", "8.00-12.30 Uhr", "8:00-12:30", "9 und 10 Uhr"])(
  "%j is a time",
  (text) => {
    expect(times(`montags ${text}, sonst nicht`)).toEqual([text]);
  },
);

test.each(["8 bis 12 Tage", "1.2.2026", "8:00", "030 123456"])("%j is none", (text) => {
  expect(times(text)).toEqual([]);
});
