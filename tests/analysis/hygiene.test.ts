import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

describe("exposure", () => {
  const row = (item: string, variant: string, input: string, items: number) => ({
    suite: "s",
    case: item,
    variant,
    input,
    items,
  });
  const cases = Array.from({ length: 12 }, (_, at) => `f-${at}`);
  const exposure = cases.flatMap((item, at) => [
    row(item, "trained", "raw", 3 + (at % 3)),
    row(item, "untrained-kurz", "raw", 3 + (at % 3)),
    row(item, "untrained-vage", "raw", 3 + (at % 3)),
    row(item, "trained", "pseudonymised", 1),
    row(item, "untrained-kurz", "pseudonymised", 1),
    row(item, "untrained-vage", "pseudonymised", 2),
  ]);
  const { findings } = analyse(
    buildRun({
      trials: [],
      manifest: { suites: [{ name: "s", graders: { must: ["facts"] } }], exposure },
    }),
  );

  test("is counted without any trial, per variant group and input", () => {
    expect(
      findings.exposure.map(({ variant, input, n, value }) => [variant, input, n, value]),
    ).toEqual([
      ["trained", "raw", 12, 4],
      ["trained", "pseudonymised", 12, 1],
      ["untrained", "raw", 12, 4],
      ["untrained", "pseudonymised", 12, 1.5],
    ]);
    for (const { low, high, value } of findings.exposure) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  test("a difference of 0 in every case is so by construction", () => {
    const rows = findings.exposureDifferences.map((found) => [
      found.kind,
      found.within[0],
      found.difference,
      found.byConstruction,
      found.low !== undefined,
    ]);
    expect(rows).toEqual([
      ["input", "trained", 3, false, true],
      ["variant", "raw", 0, true, false],
      ["variant", "pseudonymised", -0.5, false, false],
      ["input", "untrained", 2.5, false, true],
    ]);
  });
});

describe("leaks", () => {
  const read = (leaks: number, invented = 0): Partial<TrialSpec> => ({
    measures: { leaks, invented },
    result: leaks + invented > 0 ? "failed" : "passed",
  });

  test("none seen has the exact one-sided bound", () => {
    const trials = series({ measures: { leaks: 0, invented: 0 } }, { passed: 50, of: 50 });
    const [leak] = analyse(buildRun({ trials })).findings.leaks;
    expect(leak).toMatchObject({ n: 50, withLeak: 0, withInvented: 0, value: 0, low: 0 });
    expect(leak?.high).toBeCloseTo(0.0582, 4);
    expect(leak?.method).toContain("Clopper–Pearson");
  });

  test("several values in one answer are one case; invented ones are counted apart", () => {
    const trials: TrialSpec[] = [
      { case: "a", ...read(3) },
      { case: "b", ...read(0, 1) },
      { case: "c", ...read(1, 1) },
      { case: "d", ...read(0) },
      { case: "e", result: "unscored" },
    ];
    const [leak] = analyse(buildRun({ trials })).findings.leaks;
    expect(leak).toMatchObject({ n: 4, withLeak: 2, withInvented: 2, value: 0.5 });
    expect(leak?.method).toContain("Wilson");
  });

  test("without measures the class of the failure tells", () => {
    const records = buildRun({ trials: [{ case: "a", result: "failed" }] });
    const scores = records.scores.map((score) => ({ ...score, failureClass: "leak" as const }));
    expect(analyse({ ...records, scores }).findings.leaks[0]).toMatchObject({
      withLeak: 1,
      withInvented: 0,
    });
  });
});

describe("price of hygiene", () => {
  const kept = { placeholdersNeeded: 2, placeholdersKept: 2 };
  const lost = { placeholdersNeeded: 2, placeholdersKept: 1 };
  const none = { placeholdersNeeded: 0, placeholdersKept: 0 };
  const trials = [
    ...series({}, { passed: 15, of: 20 }),
    ...series({ input: "pseudonymised" }, { passed: 10, of: 16 }).map((spec, at) => ({
      ...spec,
      measures: at < 3 ? lost : at < 12 ? kept : none,
    })),
  ];
  const { hygienePrice } = analyse(buildRun({ trials })).findings;

  test("on the cases that have both inputs", () => {
    const row = hygienePrice.find(({ suite }) => suite === "s");
    expect(row).toMatchObject({ n: 16, raw: 15 / 16, pseudonymised: 10 / 16, difference: 5 / 16 });
    expect(row?.low).toBeGreaterThan(0);
  });

  test("placeholders kept, over the answers that needed some", () => {
    expect(hygienePrice[0]?.placeholdersKept).toMatchObject({ n: 12, value: 0.75 });
    const without = analyse(
      buildRun({ trials: trials.map((spec) => ({ ...spec, measures: none })) }),
    );
    expect(without.findings.hygienePrice[0]).not.toHaveProperty("placeholdersKept");
  });

  test("no pseudonymised input, no row", () => {
    expect(
      analyse(buildRun({ trials: series({}, { passed: 1, of: 3 }) })).findings.hygienePrice,
    ).toEqual([]);
  });
});
