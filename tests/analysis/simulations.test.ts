import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { findComparisons } from "../../analysis/comparisons.ts";
import { measureRun } from "../../analysis/measured-run.ts";
import { orderModels } from "../../analysis/model-order.ts";
import { readVerdicts } from "../../analysis/read-verdicts.ts";
import { bootstrapInterval } from "../../analysis/statistics/bootstrap-interval.ts";
import { scales } from "../../analysis/statistics/interval.ts";
import { mcnemarP } from "../../analysis/statistics/mcnemar.ts";
import { mean } from "../../analysis/statistics/quantile.ts";
import { createRandom, type Random } from "../../analysis/statistics/random.ts";
import { createResampler } from "../../analysis/statistics/resampler.ts";
import { signFlipTest } from "../../analysis/statistics/sign-flip.ts";
import { wilsonInterval } from "../../analysis/statistics/wilson.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

/** What the methods promise, held against runs whose truth is known. Every draw is seeded. */

const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

function uniform(random: Random): number {
  return random() / 2 ** 32;
}

describe("mean coverage over p in .1–.9 is at least 94 %", () => {
  const range = Array.from({ length: 81 }, (_, at) => 0.1 + at / 100);

  test.each([25, 26, 30, 40, 100])("Wilson with %i cases, all outcomes counted", (n) => {
    const covered = range.map((p) => {
      let [coverage, weight] = [0, (1 - p) ** n];
      for (let passed = 0; passed <= n; passed += 1) {
        const { low, high } = wilsonInterval(passed, n);
        if (low <= p && p <= high) coverage += weight;
        weight *= ((n - passed) / (passed + 1)) * (p / (1 - p));
      }
      return coverage;
    });
    expect(mean(covered)).toBeGreaterThanOrEqual(0.94);
  });

  test("BCa cluster bootstrap of the mean over two suites of 25 cases", { timeout: 60_000 }, () => {
    const runs = 150;
    const options = { scale: scales.share, corrected: true, resampler: createResampler(5, 1500) };
    const covered = shares.map((p) => {
      const random = createRandom(20261129, Math.round(p * 100));
      const truth = (p + 0.5) / 2;
      const hits = Array.from({ length: runs }).filter(() => {
        const samples = [p, 0.5].map((share, at) => {
          const values = Array.from({ length: 25 }, () => styleMean(random, share));
          return { suite: `s${at}`, stream: at + 1, values };
        });
        const { low, high } = bootstrapInterval(samples, options);
        return low <= truth && truth <= high;
      });
      return hits.length / runs;
    });
    expect(mean(covered)).toBeGreaterThanOrEqual(0.94);
  });
});

/** Three styles that share the difficulty of their case. */
function styleMean(random: Random, p: number): number {
  const common = uniform(random) < p;
  const passed = [0, 1, 2].filter(() => (uniform(random) < 0.5 ? common : uniform(random) < p));
  return passed.length / 3;
}

describe("p-values of equal models", () => {
  const levels = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9];

  /** Share of p-values at or below each level. */
  function shareBelow(pValues: readonly number[], level: number): number {
    return pValues.filter((p) => p <= level + 1e-12).length / pValues.length;
  }

  function threeErrors(level: number, runs: number): number {
    return 3 * Math.sqrt((level * (1 - level)) / runs);
  }

  test("exact McNemar is super-uniform, all outcomes counted", () => {
    const rejected = (discordant: number, level: number): number => {
      let [total, weight] = [0, 0.5 ** discordant];
      for (let a = 0; a <= discordant; a += 1) {
        if (mcnemarP(a, discordant - a) <= level) total += weight;
        weight *= (discordant - a) / (a + 1);
      }
      return total;
    };
    for (const discordant of [1, 5, 12, 37, 80]) {
      for (const level of levels) {
        expect(rejected(discordant, level)).toBeLessThanOrEqual(level + 1e-12);
      }
    }
  });

  test("counted sign flips are super-uniform", () => {
    const random = createRandom(20261129, 1);
    const runs = 2000;
    const pValues = Array.from({ length: runs }, () => {
      const value = () => (Math.floor(uniform(random) * 4) - Math.floor(uniform(random) * 4)) / 3;
      const suites = [7, 12].map((n) => Array.from({ length: n }, value));
      const { p, exact } = signFlipTest(suites, 1);
      expect(exact).toBe(true);
      return p;
    });
    for (const level of levels) {
      expect(shareBelow(pValues, level)).toBeLessThanOrEqual(level + threeErrors(level, runs));
    }
  });

  test("drawn sign flips (Monte Carlo) are uniform", { timeout: 60_000 }, () => {
    const random = createRandom(20261129, 2);
    const runs = 1000;
    const pValues = Array.from({ length: runs }, (_, at) => {
      const values = Array.from({ length: 40 }, () => uniform(random) - 0.5);
      const { p, exact } = signFlipTest([values], at);
      expect(exact).toBe(false);
      return p;
    });
    for (const level of levels) {
      const off = Math.abs(shareBelow(pValues, level) - level);
      expect(off).toBeLessThanOrEqual(threeErrors(level, runs) + 0.002);
    }
  });
});

/** Pass rates by model and prompt; the untrained one has a single style. */
type Truth = Record<string, { readonly trained: number; readonly untrained: number }>;

interface Shape {
  readonly suites: number;
  readonly cases: number;
}

/** A run drawn from the truth: cases differ in difficulty, models and prompts share it. */
function draw(truth: Truth, { suites, cases }: Shape, random: Random): TrialSpec[] {
  return Array.from({ length: suites }, (_, suite) =>
    Array.from({ length: cases }, (__, at) => {
      const difficulty = uniform(random);
      return Object.entries(truth).flatMap(([model, rates]) =>
        (["trained", "untrained"] as const).map((prompt): TrialSpec => {
          const luck = uniform(random) < 0.5 ? difficulty : uniform(random);
          const variant = prompt === "trained" ? "trained" : "untrained-kurz";
          const result = luck < rates[prompt] ? "passed" : "failed";
          return { suite: `s${suite}`, case: `f${at}`, model, variant, result };
        }),
      );
    }).flat(),
  ).flat();
}

test(
  "equal models: „regression“ anywhere in the family in at most 5 %",
  { timeout: 60_000 },
  () => {
    const random = createRandom(20261129, 7);
    const equal = { trained: 0.7, untrained: 0.7 };
    const runs = 200;
    // The tests do not depend on the bootstrap of the intervals beside them; few draws will do.
    const resampler = createResampler(1, 100);
    const alarms = Array.from({ length: runs }).filter(() => {
      const trials = draw({ vorher: equal, nachher: equal }, { suites: 3, cases: 25 }, random);
      const records = buildRun({ trials });
      const run = { ...measureRun(records.manifest, readVerdicts(records)), resampler };
      const rows = findComparisons(run, orderModels(run)).map(({ comparison }) => comparison);
      return rows.some(({ kind, distinguishable }) => kind === "model" && distinguishable);
    });
    expect(alarms.length / runs).toBeLessThanOrEqual(0.05);
  },
);

describe("three runs with a known truth come out as they were made", () => {
  const shape = { suites: 2, cases: 120 };

  function conclude(truth: Truth) {
    const trials = draw(truth, shape, createRandom(20261129, 9));
    const { findings } = analyse(buildRun({ trials }));
    return {
      statement: findings.trainingStatements.find(({ suite }) => suite === "alle"),
      transfer: findings.transfer.find(({ suite }) => suite === "alle"),
      gain: (kind: string) =>
        findings.gains.find((row) => row.suite === "alle" && row.kind === kind),
      ranks: findings.ranks.find(({ suite, variant }) => suite === "alle" && variant === "trained"),
      comparisons: findings.comparisons,
    };
  }

  test("training matters", () => {
    const found = conclude({
      klein: { trained: 0.75, untrained: 0.4 },
      gross: { trained: 0.8, untrained: 0.45 },
    });
    expect(found.statement?.verdict).toBe("training-beats-model");
    expect(found.transfer?.holds).toBe(true);
    expect(found.gain("training-gain")?.low).toBeGreaterThan(0.2);
  });

  test("the model matters", () => {
    const found = conclude({
      klein: { trained: 0.35, untrained: 0.32 },
      gross: { trained: 0.75, untrained: 0.72 },
    });
    expect(found.statement).toMatchObject({ verdict: "model-beats-training", small: "klein" });
    expect(found.transfer?.holds).toBe(false);
    expect(found.ranks?.models.map(({ model, best, worst }) => [model, best, worst])).toEqual([
      ["gross", 1, 1],
      ["klein", 2, 2],
    ]);
    expect(found.ranks?.models[0]?.first).toBe(1);
  });

  test("nothing differs", () => {
    const same = { trained: 0.6, untrained: 0.6 };
    const found = conclude({ klein: same, gross: same });
    expect(found.statement?.verdict).toMatch(/open|equivalent/u);
    expect(found.transfer?.holds).toBe(false);
    const overall = found.comparisons.filter(({ suite }) => suite === "alle");
    expect(overall).toHaveLength(4);
    expect(overall.filter(({ distinguishable }) => distinguishable)).toEqual([]);
    expect(found.ranks?.models.every(({ best, worst }) => best === 1 && worst === 2)).toBe(true);
  });
});
