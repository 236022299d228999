import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { holm } from "../../analysis/statistics/holm.ts";
import type { Comparison } from "../../core/findings.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function comparisonsOf(trials: readonly TrialSpec[]): Comparison[] {
  return analyse(buildRun({ trials })).findings.comparisons;
}

describe("two models, one attempt each", () => {
  // Only „gut“ passes 10 cases, only „schwach“ passes 2.
  const good = series({ model: "gut" }, { passed: 20, of: 30 });
  const weak = series({ model: "schwach" }, { passed: 10, of: 30 }).map((spec, at) =>
    at === 28 || at === 29 ? { ...spec, result: "passed" as const } : spec,
  );
  const rows = comparisonsOf([...weak, ...good]);

  test("exact McNemar, the better model first", () => {
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: "model",
      a: "gut",
      b: "schwach",
      suite: "s",
      within: ["trained", "raw"],
      n: 30,
      aOnly: 10,
      bOnly: 2,
      difference: expect.closeTo(8 / 30, 10) as number,
      p: expect.closeTo(0.038574, 5) as number,
      distinguishable: true,
      byConstruction: false,
    });
    expect(rows[0]?.method).toMatch(/McNemar.*Bootstrap.*Holm über alle 1 /u);
    expect(rows[0]?.low).toBeGreaterThan(0);
    expect(rows[0]?.high).toBeLessThan(0.55);
  });

  test("only on the cases both have", () => {
    const [row] = comparisonsOf([...weak, ...good.slice(5)]);
    expect(row).toMatchObject({ n: 25, aOnly: 10, bOnly: 2 });
  });
});

test("several attempts: the permutation test over cases", () => {
  const trials = [1, 2].flatMap((attempt) => [
    ...series({ model: "a", attempt }, { passed: 9, of: 12 }),
    ...series({ model: "b", attempt }, { passed: attempt * 3, of: 12 }),
  ]);
  const [row] = comparisonsOf(trials);
  // Differences: 3 × 0, 3 × ½, 3 × 1, 3 × 0; all of one sign: p = 2 / 2⁶.
  expect(row).toMatchObject({
    n: 12,
    aOnly: 4.5,
    bOnly: 0,
    p: expect.closeTo(2 / 64, 10) as number,
  });
  expect(row?.method).toContain("Vorzeichenwechsel");
});

test("identical results: no difference, no p-value, no certainty", () => {
  const [row] = comparisonsOf(
    ["a", "b"].flatMap((model) => series({ model }, { passed: 7, of: 14 })),
  );
  expect(row).toMatchObject({ difference: 0, p: 1, pHolm: 1, distinguishable: false });
  expect(row?.byConstruction).toBe(false);
  expect(row?.low).toBeCloseTo(-0.2316, 3);
  expect(row?.high).toBeCloseTo(0.2316, 3);
});

describe("families", () => {
  const variants = ["trained", "untrained-kurz"];
  const trials = ["x", "y", "z"].flatMap((model, strength) => [
    ...variants.flatMap((variant, harm) =>
      series({ model, variant }, { passed: 20 - strength * 5 - harm * 4, of: 20 }),
    ),
    ...series({ model, input: "pseudonymised" }, { passed: 10, of: 20 }),
    ...series({ model, suite: "t" }, { passed: 8 + strength, of: 15 }),
  ]);
  const baselines = ["baseline:copy", "baseline:reference"].flatMap((model, at) =>
    series({ model, variant: "none" }, { passed: at * 20, of: 20 }),
  );
  const rows = comparisonsOf([...trials, ...baselines]);

  test("Holm runs over a whole family, and can be computed again from the file", () => {
    const families = Map.groupBy(rows, ({ kind, b, suite }) =>
      b.startsWith("baseline") ? `baselines ${suite}` : kind,
    );
    expect([...families.keys()].filter((name) => !name.startsWith("baselines"))).toEqual([
      "model",
      "variant",
      "input",
    ]);
    expect(families.size).toBeGreaterThan(3);
    for (const family of families.values()) {
      const expected = holm(family.map(({ p }) => p));
      expect(family.length).toBeGreaterThan(1);
      family.forEach((row, at) => expect(row.pHolm).toBeCloseTo(expected[at] ?? -1, 12));
      expect(family.every(({ method }) => method.includes(`alle ${family.length} `))).toBe(true);
    }
  });

  test("models meet baselines, baselines do not meet", () => {
    const names = rows.map(({ a, b }) => `${a} ${b}`);
    expect(names).toContain("x baseline:reference");
    expect(names.some((name) => name.startsWith("baseline"))).toBe(false);
  });

  test("variants and inputs are compared inside a model", () => {
    expect(rows).toContainEqual(
      expect.objectContaining({
        kind: "variant",
        a: "trained",
        b: "untrained",
        within: ["x", "raw"],
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ kind: "input", a: "raw", within: ["y", "trained"] }),
    );
    expect(rows.some((row) => row.kind !== "model" && row.within[0]?.startsWith("baseline"))).toBe(
      false,
    );
  });

  test("over all suites both share, named in the method", () => {
    const all = rows.filter(({ suite }) => suite === "alle");
    expect(all.length).toBe(3);
    for (const row of all) {
      expect(row.within).toEqual(["trained", "raw"]);
      expect(row.method).toContain("s, t");
      expect(row.n).toBe(35);
    }
  });
});

test("the same calls on both sides are 0 by construction, no finding, and not in the family", () => {
  const both = (model: string): TrialSpec[] =>
    ["raw", "pseudonymised"].flatMap((input) =>
      series({ model, input: input as "raw" }, { passed: 5, of: 10 }).map((spec) => ({
        ...spec,
        callHash: model === "gleich" ? `${model} ${spec.case}` : `${model} ${input} ${spec.case}`,
      })),
    );
  const rows = comparisonsOf([...both("gleich"), ...both("anders")]).filter(
    ({ kind }) => kind === "input",
  );
  expect(rows.map(({ within, byConstruction }) => [within[0], byConstruction])).toEqual([
    ["anders", false],
    ["gleich", true],
  ]);
  expect(rows[0]?.method).toContain("alle 1 ");
});
