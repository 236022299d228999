import { expect, test } from "vitest";
import { wilsonInterval } from "../../../analysis/statistics/wilson.ts";
import { readVectors } from "./read-vectors.ts";

interface Row {
  passed: number;
  n: number;
  low: number;
  high: number;
}

test.each(readVectors("wilson") as Row[])("$passed of $n, as statsmodels", (row) => {
  const { low, high } = wilsonInterval(row.passed, row.n);
  expect(low).toBeCloseTo(row.low, 10);
  expect(high).toBeCloseTo(row.high, 10);
});

test.each([
  [8, 10, 0.490162, 0.943318],
  [0, 20, 0, 0.161125],
  [24, 30, 0.627, 0.905],
  [80, 100, 0.711, 0.867],
])("%d of %d, as in the reference", (passed, n, low, high) => {
  const digits = String(low).length > 5 ? 6 : 3;
  expect(wilsonInterval(passed, n).low).toBeCloseTo(low, digits);
  expect(wilsonInterval(passed, n).high).toBeCloseTo(high, n === 20 ? 6 : digits);
});

test("touches 0 and 1 exactly", () => {
  expect(wilsonInterval(0, 7).low).toBe(0);
  expect(wilsonInterval(7, 7).high).toBe(1);
});
