import { expect, test } from "vitest";
import { constantInterval, differsBound } from "../../../analysis/statistics/constant-interval.ts";
import { scales } from "../../../analysis/statistics/interval.ts";

test("a share of 0 or 1 has the exact two-sided Clopper–Pearson bounds", () => {
  // scipy: binomtest(20, 20).proportion_ci(0.95, "exact") = (0.83157, 1)
  expect(constantInterval(1, 20, scales.share).low).toBeCloseTo(0.831567, 5);
  expect(constantInterval(1, 20, scales.share).high).toBe(1);
  expect(constantInterval(0, 20, scales.share)).toEqual({ low: 0, high: differsBound(20) });
});

test("no difference in 14 cases may still be one of 23 points", () => {
  const { low, high } = constantInterval(0, 14, scales.difference);
  expect(high).toBeCloseTo(0.2316, 4);
  expect(low).toBe(-high);
});

test("one case says next to nothing", () => {
  const { low, high } = constantInterval(1, 1, scales.difference);
  expect(low).toBeCloseTo(-0.95, 10);
  expect(high).toBe(1);
});

test("counts have the exact Poisson interval", () => {
  // scipy: chi2.ppf(0.025, 60) / 2 / 10 and chi2.ppf(0.975, 62) / 2 / 10
  expect(constantInterval(3, 10, scales.count).low).toBeCloseTo(2.02408, 4);
  expect(constantInterval(3, 10, scales.count).high).toBeCloseTo(4.28269, 4);
  expect(constantInterval(0, 10, scales.count)).toEqual({
    low: 0,
    high: expect.closeTo(0.368888, 5) as number,
  });
});

test("covers when few cases differ: nothing but ones from a share just inside", () => {
  // At the bound itself, n equal cases are seen with probability 2.5 %.
  for (const n of [1, 5, 30]) expect((1 - differsBound(n)) ** n).toBeCloseTo(0.025, 10);
});
