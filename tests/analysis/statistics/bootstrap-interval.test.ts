import { describe, expect, test } from "vitest";
import { bootstrapInterval } from "../../../analysis/statistics/bootstrap-interval.ts";
import { constantInterval } from "../../../analysis/statistics/constant-interval.ts";
import { scales } from "../../../analysis/statistics/interval.ts";
import { mean } from "../../../analysis/statistics/quantile.ts";
import { createRandom, type Random } from "../../../analysis/statistics/random.ts";
import { createResampler } from "../../../analysis/statistics/resampler.ts";
import { readVectors } from "./read-vectors.ts";

const share = { resampler: createResampler(1), scale: scales.share, corrected: true };
const difference = { resampler: createResampler(1), scale: scales.difference, corrected: false };

function sample(values: readonly number[], stream = 1) {
  return { suite: `s${stream}`, stream, values };
}

interface Row {
  values: number[];
  corrected: boolean;
  low: number;
  high: number;
}

test.each(readVectors("bootstrap") as Row[])("as numpy with 2 000 000 draws: $values", (row) => {
  const { low, high, ways } = bootstrapInterval([sample(row.values)], {
    ...difference,
    corrected: row.corrected,
  });
  expect(ways).toEqual(["bootstrap"]);
  expect(Math.abs(low - row.low)).toBeLessThan(0.015);
  expect(Math.abs(high - row.high)).toBeLessThan(0.015);
});

describe("is never a point", () => {
  test("when all cases are alike", () => {
    const result = bootstrapInterval([sample(Array<number>(14).fill(1))], share);
    expect(result).toEqual({ ...constantInterval(1, 14, scales.share), ways: ["constant"] });
  });

  test("when all cases of one suite are alike, it adds that suite's own uncertainty", () => {
    const varying = sample([0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1], 1);
    const alike = sample(Array<number>(10).fill(1), 2);
    const both = bootstrapInterval([varying, alike], share);
    const alone = bootstrapInterval([varying], share);
    const estimate = (8 / 12 + 1) / 2;
    const ownDown = (8 / 12 - alone.low) / 2;
    const alikeDown = (1 - constantInterval(1, 10, scales.share).low) / 2;
    expect(both.ways).toEqual(["bootstrap", "constant"]);
    expect(both.low).toBeCloseTo(estimate - Math.hypot(ownDown, alikeDown), 2);
    expect(both.high).toBeGreaterThan(estimate);
  });

  test("when two or three cases are close to each other", () => {
    const { low, high, ways } = bootstrapInterval([sample([1 / 3, 2 / 3])], share);
    expect(ways).toEqual(["student"]);
    expect([low, high]).toEqual([0, 1]);
  });
});

test("stays on the scale and around the estimate", () => {
  for (const values of [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 / 3],
  ]) {
    const { low, high } = bootstrapInterval([sample(values)], share);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(low).toBeLessThan(mean(values));
    expect(high).toBeGreaterThanOrEqual(mean(values));
  }
});

describe("coverage at n = 25, simulated", () => {
  const runs = 400;
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];

  test("of means of three styles: at least 94 % on average", { timeout: 60_000 }, () => {
    const covered = shares.map((p) => coverage(p, (random) => styleMean(random, p), share));
    expect(mean(covered)).toBeGreaterThanOrEqual(0.94);
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(0.9);
  });

  test("of paired differences: at least 94 % on average", { timeout: 60_000 }, () => {
    const covered = shares.map((p) => {
      const truth = p - (0.2 + 0.6 * p);
      return coverage(truth, (random) => pairDifference(random, p, 0.2 + 0.6 * p), difference);
    });
    expect(mean(covered)).toBeGreaterThanOrEqual(0.94);
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(0.9);
  });

  function coverage(
    truth: number,
    draw: (random: Random) => number,
    options: typeof share | typeof difference,
  ): number {
    const random = createRandom(11, Math.round(truth * 1000));
    const resampler = createResampler(5, 2000);
    const hits = Array.from({ length: runs }).filter(() => {
      const values = Array.from({ length: 25 }, () => draw(random));
      const { low, high } = bootstrapInterval([sample(values)], { ...options, resampler });
      return low - 1e-9 <= truth && truth <= high + 1e-9;
    });
    return hits.length / runs;
  }
});

function uniform(random: Random): number {
  return random() / 2 ** 32;
}

/** Three styles that share the difficulty of their case. */
function styleMean(random: Random, p: number): number {
  const common = uniform(random) < p;
  const passed = [0, 1, 2].filter(() => (uniform(random) < 0.5 ? common : uniform(random) < p));
  return passed.length / 3;
}

/** Two outcomes of one case, half of the time on the same luck. */
function pairDifference(random: Random, a: number, b: number): number {
  const luck = uniform(random);
  const other = uniform(random) < 0.5 ? luck : uniform(random);
  return Number(luck < a) - Number(other < b);
}
