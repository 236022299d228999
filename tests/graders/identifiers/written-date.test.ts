import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFirst, monthFirst } from "../../../graders/identifiers/calendar-date.ts";
import months from "../../../graders/identifiers/months.json" with { type: "json" };
import { readWrittenDate } from "../../../graders/identifiers/written-date.ts";

const monthNumbers = new Map(Object.entries(months));

function monthOf(name: string): number {
  return monthNumbers.get(name) ?? monthNumbers.get(name.toLowerCase()) ?? 0;
}

function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) > 30 ? 1900 + Number(year) : 2000 + Number(year);
}

/** By the groups of the patterns. */
function readGroups(match: RegExpExecArray, isMonthFirst: boolean) {
  if (isMonthFirst) {
    const [, name = "", day, year = ""] = match;
    return { year: fullYear(year), month: monthOf(name), day: Number(day) };
  }
  const [, isoYear, isoMonth, isoDay, day, , month, year, name, namedYear] = match;
  return {
    year: fullYear(year ?? namedYear ?? isoYear ?? ""),
    month: name === undefined ? Number(month ?? isoMonth) : monthOf(name),
    day: Number(day ?? isoDay),
  };
}

test.each([
  ["day", dayFirst],
  ["month", monthFirst],
])("with the %s first, a date is read as by its groups", (first, { pattern }) => {
  const everywhere = new RegExp(pattern.source, pattern.flags.replace("y", "g"));
  const unit = fc.constantFrom(
    ..."3,12,03.05.87,3.5.1987,3. 5. 1987,1987-05-03,1987,26,May,MAI,Mai,März,okt,september,th,st".split(
      ",",
    ),
    ...Array.from(". ,-/\n"),
    "3rdMay 1987",
    "May 3rd, 1987",
    "\u{1d400}Mai 1987",
    "3 \u{1d400}Mai 1987",
  );
  let matches = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 10 }), (units) => {
      const text = units.join("");
      for (const match of text.matchAll(everywhere)) {
        const span = { start: match.index, end: match.index + match[0].length };
        expect(readWrittenDate(text, span)).toEqual(readGroups(match, first === "month"));
        matches += 1;
      }
    }),
    { numRuns: 5000, seed: 20_261_129 },
  );
  expect(matches).toBeGreaterThan(200);
});
