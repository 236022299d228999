import { expect, test } from "vitest";
import { createRandom } from "../../../analysis/statistics/random.ts";

function draw(seed: number, stream: number, count: number): number[] {
  const random = createRandom(seed, stream);
  return Array.from({ length: count }, () => random());
}

test("the same seed gives the same numbers, another seed or stream others", () => {
  expect(draw(1, 1, 5)).toEqual(draw(1, 1, 5));
  expect(draw(1, 1, 5)).not.toEqual(draw(2, 1, 5));
  expect(draw(1, 1, 5)).not.toEqual(draw(1, 2, 5));
  expect(draw(1, 1, 5)).not.toEqual(draw(1 + 2 ** 32, 1, 5));
});

test("numbers stay the same from version to version", () => {
  expect(draw(1, 1, 3)).toMatchInlineSnapshot(`
    [
      1644462810,
      4272305923,
      3545980584,
    ]
  `);
});

test("whole numbers of 32 bits, spread evenly", () => {
  const numbers = draw(7, 3, 64_000);
  expect(numbers.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(
    true,
  );
  const bins = Array<number>(64).fill(0);
  for (const value of numbers) bins[value >>> 26] = (bins[value >>> 26] ?? 0) + 1;
  const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // 63 degrees of freedom: 0.1 % and 99.9 % quantiles.
  expect(chiSquare).toBeGreaterThan(32.6);
  expect(chiSquare).toBeLessThan(103.4);
});

test("streams are not correlated", () => {
  const [a, b] = [draw(1, 1, 10_000), draw(1, 2, 10_000)];
  const centred = (value: number | undefined): number => (value ?? 0) / 2 ** 32 - 0.5;
  const product = a.reduce((sum, value, at) => sum + centred(value) * centred(b[at]), 0) / 10_000;
  expect(Math.abs(product * 12)).toBeLessThan(0.04);
});
