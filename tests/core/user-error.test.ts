import { expect, test } from "vitest";
import { columnLetter, formatPlace } from "../../core/user-error.ts";

test.each([
  [{ file: "faelle.yaml" }, "faelle.yaml"],
  [{ file: "faelle.yaml", line: 12, column: 3 }, "faelle.yaml, Zeile 12, Spalte 3"],
  [
    { file: "faelle.csv", line: 2, column: 9, columnName: "asOf" },
    "faelle.csv, Zeile 2, Spalte asOf (I)",
  ],
  [{ file: "faelle.csv", line: 1, column: 4, columnName: "" }, "faelle.csv, Zeile 1, Spalte D"],
])("writes %j as %s", (place, text) => {
  expect(formatPlace(place)).toBe(text);
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [703, "AAA"],
])("column %i is %s in Excel", (column, letter) => {
  expect(columnLetter(column)).toBe(letter);
});
