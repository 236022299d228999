import { expect, test } from "vitest";
import { bewertungspunkte } from "../../../analysis/procurement/points.ts";

/** By hand: 10 · (score − 0.5) / 0.45, half up. */
test.each([
  [0.5, 0],
  [0.2, 0],
  [0.95, 10],
  [1, 10],
  [0.8, 6.67],
  [0.725, 5],
])("score %f gives %f points between 0.5 and 0.95", (score, points) => {
  expect(bewertungspunkte(score, { s0: 0.5, s10: 0.95 }, 10)).toBe(points);
});

test("rounds half up, whatever binary fractions make of the half", () => {
  expect(bewertungspunkte(0.1005, { s0: 0, s10: 1 }, 10)).toBe(1.01);
  expect(bewertungspunkte(0.10049, { s0: 0, s10: 1 }, 10)).toBe(1);
});

test("other scales", () => {
  expect(bewertungspunkte(0.75, { s0: 0.5, s10: 1 }, 4)).toBe(2);
});
