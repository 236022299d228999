import { expect, test } from "vitest";
import { findDates } from "../../../graders/identifiers/calendar-date.ts";
import { startReading } from "../../../graders/identifiers/reading.ts";

test.each([
  ["3.5.1987", "1987-05-03"],
  ["03. 05. 1987", "1987-05-03"],
  ["03.05.87", "1987-05-03"],
  ["03.05.26", "2026-05-03"],
  ["3. Mai 1987", "1987-05-03"],
  ["3. März 1987", "1987-03-03"],
  ["3.\nOkt. 1987", "1987-10-03"],
  ["1987-05-03", "1987-05-03"],
  ["03/05/1987", "1987-05-03"],
  ["May 3, 1987", "1987-05-03"],
  ["3rd May 1987", "1987-05-03"],
  ["29.02.2024", "2024-02-29"],
])("%j is %s", (text, iso) => {
  expect(findDates(startReading(`am ${text} und`))).toEqual([
    { start: 3, end: 3 + text.length, iso },
  ]);
});

test.each([
  "31.02.2026",
  "29.02.2026",
  "0.1.2026",
  "12.13.2026",
  "1.2.3.2026",
  "3. Absatz 2026",
  "10.115",
])("%j is no date", (text) => {
  expect(findDates(startReading(text))).toEqual([]);
});
