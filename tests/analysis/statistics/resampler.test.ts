import { expect, test } from "vitest";
import { createResampler } from "../../../analysis/statistics/resampler.ts";

const values = [0, 0, 1, 1, 1, 0.5, 0.25, 1, 0, 1];

test("gives one mean per draw, with the mean and variance of a bootstrap", () => {
  const means = createResampler(1).means({ suite: "a", stream: 1, values });
  expect(means).toHaveLength(10_000);
  const centre = values.reduce((sum, value) => sum + value, 0) / 10;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 10 / 10;
  const own = means.reduce((sum, value) => sum + value, 0) / 10_000;
  const spread = means.reduce((sum, value) => sum + (value - own) ** 2, 0) / 10_000;
  expect(Math.abs(own - centre)).toBeLessThan(4 * Math.sqrt(variance / 10_000));
  expect(spread / variance).toBeCloseTo(1, 1);
});

test("the same sample gives the same means, whatever the order of its cases", () => {
  const first = createResampler(1).means({ suite: "a", stream: 1, values });
  const resampler = createResampler(1);
  const sample = { suite: "a", stream: 1, values: values.toReversed() };
  expect(resampler.means(sample)).toEqual(first);
  expect(resampler.means(sample)).toBe(resampler.means(sample));
  expect(createResampler(2).means(sample)).not.toEqual(first);
});

test("suites draw apart from each other", () => {
  const resampler = createResampler(1);
  const one = resampler.means({ suite: "a", stream: 1, values });
  const two = resampler.means({ suite: "b", stream: 2, values });
  const centre = values.reduce((sum, value) => sum + value, 0) / 10;
  const product = one.reduce(
    (sum, value, at) => sum + (value - centre) * ((two[at] ?? 0) - centre),
    0,
  );
  const square = one.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  expect(Math.abs(product / square)).toBeLessThan(0.04);
});
