import { describe, expect, test } from "vitest";
import { equivalenceP, tangoTail } from "../../../analysis/statistics/equivalence.ts";
import { createRandom, type Random } from "../../../analysis/statistics/random.ts";
import { readVectors } from "./read-vectors.ts";

interface TangoRow {
  plus: number;
  minus: number;
  n: number;
  margin: number;
  tail: number;
}

test.each(readVectors("tango") as TangoRow[])(
  "Tango's score test, likelihood maximized by scipy: $plus : $minus of $n, margin $margin",
  ({ plus, minus, n, margin, tail }) => {
    expect(tangoTail([plus, minus], n, margin)).toBeCloseTo(tail, 6);
  },
);

test.each(readVectors("tost") as { suites: number[][]; margin: number; p: number }[])(
  "means as statsmodels' TOST: $p",
  ({ suites, margin, p }) => {
    expect(equivalenceP(suites, margin)).toBeCloseTo(p, 9);
  },
);

describe("nothing seen is not the same as nothing there", () => {
  test("no difference in 20 cases shows no equivalence, in 200 it does", () => {
    expect(equivalenceP([Array<number>(20).fill(0)], 0.05)).toBeGreaterThan(0.05);
    expect(equivalenceP([Array<number>(200).fill(0)], 0.05)).toBeLessThan(0.05);
  });

  test("the same holds for means without variance", () => {
    const suites = (n: number) => [Array<number>(n).fill(0), Array<number>(n).fill(0)];
    expect(equivalenceP(suites(8), 0.05)).toBeGreaterThan(0.05);
    expect(equivalenceP(suites(200), 0.05)).toBeLessThan(0.05);
  });

  test("no case, one case, a whole difference: never equivalent", () => {
    expect(equivalenceP([], 0.05)).toBe(1);
    expect(equivalenceP([[]], 0.05)).toBe(1);
    expect(equivalenceP([[0.5], [0.1]], 0.05)).toBe(1);
    expect(equivalenceP([Array<number>(50).fill(1)], 0.05)).toBeGreaterThan(0.99);
  });
});

describe("at a true difference of exactly the margin, „equivalent“ in about 5 % at most", () => {
  const runs = 1500;

  function share(draw: (random: Random) => number[][]): number {
    const random = createRandom(20261129, 3);
    const equivalent = Array.from({ length: runs }).filter(
      () => equivalenceP(draw(random), 0.1) < 0.05,
    );
    return equivalent.length / runs;
  }
  const uniform = (random: Random): number => random() / 2 ** 32;
  const passFail = (random: Random, plus: number, minus: number): number => {
    const luck = uniform(random);
    if (luck < plus) return 1;
    return luck < plus + minus ? -1 : 0;
  };
  const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs);

  test("pass/fail, few cases differ", () => {
    const of = (random: Random) => [Array.from({ length: 60 }, () => passFail(random, 0.1, 0))];
    expect(share(of)).toBeLessThanOrEqual(most);
  });

  test("pass/fail, many cases differ", () => {
    const of = (random: Random) => [Array.from({ length: 200 }, () => passFail(random, 0.2, 0.1))];
    expect(share(of)).toBeLessThanOrEqual(most);
  });

  test("means of three over two suites", () => {
    const value = (random: Random) =>
      [0, 1, 2].reduce((sum) => sum + passFail(random, 0.2, 0.1), 0) / 3;
    const of = (random: Random) =>
      [40, 60].map((n) => Array.from({ length: n }, () => value(random)));
    expect(share(of)).toBeLessThanOrEqual(most);
  });
});
