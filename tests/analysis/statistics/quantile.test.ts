import fc from "fast-check";
import { expect, test } from "vitest";
import { mean, quantile, selectQuantile } from "../../../analysis/statistics/quantile.ts";

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

test("selecting gives what sorting gives", () => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ noNaN: true, min: -1, max: 1 }),
  );
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const sorted = values.toSorted((a, b) => a - b);
        expect(selectQuantile(Float64Array.from(values), p)).toBe(quantile(sorted, p));
      },
    ),
    { seed: 8, numRuns: 500 },
  );
  expect(() => selectQuantile(new Float64Array(0), 0.5)).toThrow(RangeError);
});
