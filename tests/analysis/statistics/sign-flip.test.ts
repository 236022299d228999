import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mcnemarP } from "../../../analysis/statistics/mcnemar.ts";
import { createRandom } from "../../../analysis/statistics/random.ts";
import { signFlipTest } from "../../../analysis/statistics/sign-flip.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("sign-flip") as { suites: number[][]; p: number }[])(
  "$suites, as scipy",
  ({ suites, p }) => {
    const own = signFlipTest(suites, 1);
    expect(own.exact).toBe(true);
    expect(own.p).toBeCloseTo(p, 12);
  },
);

test("with 0/1 outcomes in one suite it is the exact McNemar test", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(20), (a, b, same) => {
      const values = [...Array(a).fill(1), ...Array(b).fill(-1), ...Array(same + 1).fill(0)];
      expect(signFlipTest([values as number[]], 1).p).toBeCloseTo(mcnemarP(a, b), 10);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test("the sign of the differences does not matter", () => {
  const values = [0.5, 1, -0.25, 1, 0, 0.75];
  expect(signFlipTest([values.map((value) => -value)], 1)).toEqual(signFlipTest([values], 1));
});

describe("too many assignments to count", () => {
  const random = createRandom(3, 0);
  const values = Array.from({ length: 40 }, () => random() / 2 ** 32 - 0.4);

  test("are drawn, near what the normal distribution says, never 0", () => {
    const { p, exact } = signFlipTest([values], 1);
    expect(exact).toBe(false);
    const mean = values.reduce((sum, value) => sum + value, 0);
    const z = Math.abs(mean) / Math.hypot(...values);
    expect(z).toBeGreaterThan(1);
    expect(Math.abs(p - normalTail(z))).toBeLessThan(0.02);
    expect(signFlipTest([values.map((value) => Math.abs(value) + 0.001)], 1).p).toBe(1 / 100_001);
  });

  test("are the same for the same seed", () => {
    expect(signFlipTest([values], 1)).toEqual(signFlipTest([values], 1));
    expect(signFlipTest([values], 1)).not.toEqual(signFlipTest([values], 2));
  });

  test("agree with the exact count", () => {
    const thirds = Array.from({ length: 30 }, (_, at) => ((at * 7) % 5) / 3 - 0.5);
    const exact = signFlipTest([thirds], 1);
    const nearly = signFlipTest([thirds.map((value) => value + 1e-5 * Math.sign(value))], 1);
    expect([exact.exact, nearly.exact]).toEqual([true, false]);
    expect(Math.abs(exact.p - nearly.p)).toBeLessThan(0.01);
  });
});

test("equal models: P(p ≤ α) ≤ α for every α", () => {
  const random = createRandom(4, 0);
  const third = (): number => Math.floor((random() / 2 ** 32) * 4) / 3;
  const runs = 2000;
  const pValues = Array.from({ length: runs }, () => {
    const suite = (): number[] => Array.from({ length: 9 }, () => third() - third());
    return signFlipTest([suite(), suite()], 1).p;
  });
  for (const alpha of [0.01, 0.05, 0.1, 0.25, 0.5]) {
    const share = pValues.filter((p) => p <= alpha).length / runs;
    const noise = 2.6 * Math.sqrt((alpha * (1 - alpha)) / runs);
    expect(share).toBeLessThanOrEqual(alpha + noise);
    // The test is not idle either.
    expect(share).toBeGreaterThanOrEqual(alpha * 0.7 - noise);
  }
});

/** 2 · P(Z ≥ z) by the trapezoid rule: independent of the project's own functions. */
function normalTail(z: number): number {
  const step = 0.0005;
  let sum = 0;
  for (let x = z; x < 9; x += step) sum += Math.exp((-x * x) / 2) * step;
  return (2 * sum) / Math.sqrt(2 * Math.PI);
}
