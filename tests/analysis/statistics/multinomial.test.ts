import { expect, test } from "vitest";
import { multinomialSums } from "../../../analysis/statistics/multinomial.ts";
import { createRandom } from "../../../analysis/statistics/random.ts";

test("two cases: ¼, ½, ¼", () => {
  const draws = 40_000;
  const sums = multinomialSums([0, 1], draws, createRandom(1, 1));
  const share = (wanted: number): number => sums.filter((sum) => sum === wanted).length / draws;
  // Four standard errors.
  expect(Math.abs(share(0) - 0.25)).toBeLessThan(0.009);
  expect(Math.abs(share(1) - 0.5)).toBeLessThan(0.01);
  expect(Math.abs(share(2) - 0.25)).toBeLessThan(0.009);
});

test.each([5, 40, 3000])("%d cases: as drawing one by one", (n) => {
  const values = Array.from(
    { length: n },
    (_, at) => [-1, -1 / 3, 0, 0, 2 / 3, 1][(at * 5) % 7] ?? 1,
  );
  const sums = multinomialSums(values, 20_000, createRandom(1, n));
  const random = createRandom(2, n);
  const oneByOne = Array.from({ length: 2000 }, () => {
    let sum = 0;
    for (let at = 0; at < n; at += 1) sum += values[Math.floor((random() / 2 ** 32) * n)] ?? 0;
    return sum;
  });
  expect(largestGap([...sums], oneByOne)).toBeLessThan(0.045);
});

test("equal values leave nothing to chance", () => {
  expect([...multinomialSums([0.5, 0.5, 0.5], 3, createRandom(1, 1))]).toEqual([1.5, 1.5, 1.5]);
});

/** Kolmogorov–Smirnov distance of two samples. */
function largestGap(a: number[], b: number[]): number {
  const round = (value: number): number => Math.round(value * 1e6);
  const [left, right] = [
    a.map(round).toSorted((x, y) => x - y),
    b.map(round).toSorted((x, y) => x - y),
  ];
  const below = (sorted: number[], value: number): number =>
    (sorted.findLastIndex((other) => other <= value) + 1) / sorted.length;
  return Math.max(
    ...new Set(right).values().map((value) => Math.abs(below(left, value) - below(right, value))),
  );
}
