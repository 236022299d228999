import { expect, test } from "vitest";
import { mean, quantile } from "../../../analysis/statistics/quantile.ts";

test("the quantile is linear between neighbours (type 7)", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([1, 2, 3], 0)).toBe(1);
  expect(quantile([1, 2, 3], 1)).toBe(3);
});

test("the mean", () => {
  expect(mean([1, 2, 6])).toBe(3);
});

test("nothing has neither", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  expect(() => mean([])).toThrow(RangeError);
});
