import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { compareRuns } from "../../analysis/compare-runs.ts";
import { signFlipTest } from "../../analysis/statistics/sign-flip.ts";
import type { Findings } from "../../core/findings.ts";
import { buildRun, series } from "./build-run.ts";
import { exampleRequirements } from "./procurement/worked-example.ts";

// Suite a weighs 75, b 25; abfluss is looked at by an exclusion criterion only.
const requirements = exampleRequirements({
  purposes: [{ id: "alles", title: "Alles", suites: ["a", "b"] }],
  criteria: [
    { id: "B1", title: "nur a", suites: ["a"], weight: 50, s0: 0, s10: 1 },
    { id: "B2", title: "beide", suites: ["a", "b"], weight: 50, s0: 0, s10: 1 },
  ],
});

const rates = { klein: { a: 8, b: 2 }, gross: { a: 10, b: 18 } } as const;

function findings(weighed: boolean): Findings {
  const trials = Object.entries(rates).flatMap(([model, own]) => [
    ...(["a", "b"] as const).flatMap((suite) => [
      ...series({ suite, model }, { passed: own[suite], of: 20 }),
      ...series({ suite, model, variant: "untrained" }, { passed: own[suite] - 2, of: 20 }),
    ]),
    ...series({ suite: "abfluss", model }, { passed: model === "klein" ? 20 : 0, of: 20 }),
  ]);
  const run = buildRun({ trials });
  return analyse(weighed ? { ...run, requirements } : run).findings;
}

describe("rows over all suites count by the weights of the requirements", () => {
  const found = findings(true);
  const overall = <Row extends { suite: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ suite }) => suite === "alle");

  test("rates: 0.75 · a + 0.25 · b, and nothing of a suite that earns no points", () => {
    const trained = overall(found.rates).filter(({ variant }) => variant === "trained");
    const values = trained.map(({ model, value, n }) => [model, value, n]);
    expect(values).toEqual([
      ["gross", 0.6, 40],
      ["klein", 0.325, 40],
    ]);
    expect(trained[0]?.method).toContain("a (75 %), b (25 %) nach den Gewichten der Anforderungen");
  });

  test("the clustered standard error is that of the weighted mean", () => {
    const row = overall(found.rates).find((rate) => rate.model === "gross");
    const own = (share: number): number => (share * (1 - share)) / 19;
    expect(row?.standardError).toBeCloseTo(
      Math.sqrt(0.75 ** 2 * own(0.5) + 0.25 ** 2 * own(0.9)),
      10,
    );
  });

  test("comparisons, gains and the statement", () => {
    const models = overall(found.comparisons).find(({ kind }) => kind === "model");
    expect(models?.difference).toBeCloseTo(0.75 * 0.1 + 0.25 * 0.8, 12);
    const contrast = overall(found.gains).find(({ kind }) => kind === "decision-contrast");
    expect(contrast?.value).toBeCloseTo(0.25 * (0.1 - 0.8), 12);
    expect(overall(found.trainingStatements)[0]?.value).toBe(contrast?.value);
  });

  test("a suite that earns no points is still compared by itself", () => {
    const row = found.comparisons.find(
      ({ kind, suite, within }) =>
        kind === "model" && suite === "abfluss" && within.includes("trained"),
    );
    // 20 of 20 against 0 of 20.
    expect(row?.p).toBeCloseTo(2 * 0.5 ** 20, 12);
    const attempts = [1, 2].flatMap((attempt) => [
      ...series({ suite: "abfluss", model: "m", attempt }, { passed: 9, of: 9 }),
      ...series({ suite: "abfluss", model: "o", attempt }, { passed: 0, of: 9 }),
    ]);
    const run = buildRun({ trials: attempts, manifest: { attempts: 2 } });
    const [flipped] = analyse({ ...run, requirements }).findings.comparisons;
    expect(flipped?.p).toBeCloseTo(2 * 0.5 ** 9, 12);
  });

  test("ranks, sensitivity and the weights themselves", () => {
    expect(found.suiteWeights).toEqual([
      { suite: "a", share: 0.75 },
      { suite: "b", share: 0.25 },
      { suite: "abfluss", share: 0 },
    ]);
    const [base] = found.sensitivity?.scenarios ?? [];
    expect(base?.name).toBe("alle Suiten, nach den Gewichten der Anforderungen");
    expect(base?.ranking[0]?.value).toBeCloseTo(0.6, 12);
    expect(overall(found.ranks)[0]?.models.map(({ value }) => value)).toContain(0.6);
  });

  test("without requirements all count the same", () => {
    const plain = findings(false);
    expect(plain.suiteWeights).toBeUndefined();
    const row = overall(plain.rates).find((rate) => rate.model === "gross");
    expect(row?.value).toBeCloseTo((0.5 + 0.9 + 0) / 3, 12);
    expect(row?.method).toContain("mit gleichem Gewicht");
  });
});

test("a run without any suite that earns points has no row over all, and no wrong one", () => {
  const run = buildRun({ trials: series({ suite: "abfluss" }, { passed: 3, of: 9 }) });
  const { rates: rows } = analyse({ ...run, requirements }).findings;
  expect(rows.map(({ suite }) => suite)).toEqual(["abfluss"]);
});

// By hand: sums 3·(±1 ±1) / 2 + 1·(±1 ±1 ±1) / 3 as far out as both all plus: 2 of 32 assignments.
test("the sign-flip test counts suites by their weights, exactly", () => {
  const suites = [
    [1, 1],
    [1, 1, 1],
  ];
  expect(signFlipTest(suites, 1, [3, 1])).toEqual({ p: 2 / 32, exact: true });
  // The first suite alone decides when the second weighs next to nothing: |±1 ±1| = 2 in half of all.
  const [heavy, light] = [
    [1, 1],
    [1, -1, -1],
  ];
  const p = signFlipTest([heavy, light], 1, [1000, 1]).p;
  expect(p).toBe(14 / 32);
});

test("two runs under the same requirements are compared with their weights", () => {
  const recorded = { file: "anforderungen.yaml", sha256: "1".repeat(64), text: "" };
  const run = (passed: { a: number; b: number; abfluss: number }) => ({
    ...buildRun({
      trials: Object.entries(passed).flatMap(([suite, own]) =>
        series({ suite }, { passed: own, of: 20 }),
      ),
      manifest: { requirements: recorded },
    }),
    requirements,
  });
  const [before, after] = [run({ a: 8, b: 2, abfluss: 20 }), run({ a: 10, b: 18, abfluss: 0 })];
  const overall = compareRuns(before, after).differences.find(({ suite }) => suite === "alle");
  expect(overall).toMatchObject({ before: 0.325, after: 0.6, difference: 0.275 });
  // Another file: nobody can say which weights hold, so all suites count the same.
  const other = { ...after.manifest, requirements: { ...recorded, sha256: "2".repeat(64) } };
  const plain = compareRuns(before, { ...after, manifest: other }).differences;
  expect(plain.find(({ suite }) => suite === "alle")?.before).toBeCloseTo((0.4 + 0.1 + 1) / 3, 10);
});
