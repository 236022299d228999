import { describe, expect, test } from "vitest";
import { casesForMcnemar, mcnemarPower } from "../../../analysis/statistics/mcnemar-power.ts";
import { readVectors } from "./read-vectors.ts";

interface Row {
  n: number;
  onlyA: number;
  onlyB: number;
  power: number;
}

test.each(readVectors("mcnemar-power") as Row[])(
  "all outcomes counted by scipy and statsmodels: $n cases, $onlyA against $onlyB",
  ({ n, onlyA, onlyB, power }) => {
    expect(mcnemarPower(n, { onlyA, onlyB })).toBeCloseTo(power, 9);
  },
);

describe("cases for a power", () => {
  const discordance = { onlyA: 0.25, onlyB: 0.1 };
  const wanted = { power: 0.8, most: 100_000 };

  test("are the fewest that have it, and it stays reached", () => {
    const n = casesForMcnemar(discordance, wanted) ?? 0;
    expect(mcnemarPower(n - 1, discordance)).toBeLessThan(0.8);
    for (let more = 0; more < 10; more += 1) {
      expect(mcnemarPower(n + more, discordance)).toBeGreaterThanOrEqual(0.8);
    }
  });

  test("are not to be had when both pass equally often", () => {
    expect(casesForMcnemar({ onlyA: 0.1, onlyB: 0.1 }, { power: 0.8, most: 2000 })).toBeUndefined();
  });

  test("are at least six: with five no result is significant", () => {
    expect(mcnemarPower(5, { onlyA: 1, onlyB: 0 })).toBe(0);
    expect(casesForMcnemar({ onlyA: 1, onlyB: 0 }, wanted)).toBe(6);
  });

  test("nothing differs, nothing is found", () => {
    expect(mcnemarPower(100, { onlyA: 0, onlyB: 0 })).toBe(0);
  });
});

interface LossRow {
  n: number;
  onlyA: number;
  onlyB: number;
  alpha: number;
  power: number;
}

test.each(readVectors("mcnemar-loss-power") as LossRow[])(
  "one-sided with $n cases, $onlyA against $onlyB at $alpha, as every outcome weighed by scipy",
  ({ n, onlyA, onlyB, alpha, power }) => {
    expect(mcnemarPower(n, { onlyA, onlyB }, { alpha, sides: 1 })).toBeCloseTo(power, 9);
  },
);
