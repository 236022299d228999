import { expect, test } from "vitest";
import { compareTexts, compareVersions } from "../../analysis/compare-texts.ts";

test("texts are ordered by code unit, not by the language of the machine", () => {
  expect(["ä", "b", "B", "a"].toSorted(compareTexts)).toEqual(["B", "a", "b", "ä"]);
});

test.each([
  ["2", "10", -1],
  ["1.10.0", "1.9.0", 1],
  ["1", "1.0", 0],
  ["1.0.0-beta", "1.0.0-alpha", 1],
])("%s against %s", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
