import { describe, expect, test } from "vitest";
import { compareRuns } from "../../analysis/compare-runs.ts";
import { caseSchema } from "../../core/case.ts";
import { runComparisonSchema } from "../../core/run-comparison.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

const twenty = { of: 20 } as const;

function runs(before: readonly TrialSpec[], after: readonly TrialSpec[]) {
  return compareRuns(buildRun({ trials: before }), buildRun({ trials: after }));
}

describe("compareRuns", () => {
  test("pairs the same cases: rates, difference, exact McNemar", () => {
    const result = runs(
      series({}, { passed: 18, ...twenty }),
      series({}, { passed: 8, ...twenty }),
    );
    expect(runComparisonSchema.parse(result)).toEqual(result);
    const [row, ...others] = result.differences;
    expect(others).toEqual([]);
    expect(row).toMatchObject({ suite: "s", n: 20, before: 0.9, after: 0.4, lost: 10, won: 0 });
    expect(row?.difference).toBeCloseTo(-0.5, 12);
    // Exact McNemar with 10 against 0: 2 · 0.5^10.
    expect(row?.p).toBeCloseTo(2 * 0.5 ** 10, 12);
    expect(row).toMatchObject({ distinguishable: true, byConstruction: false });
    expect(result).toMatchObject({ worseTotal: 10, betterTotal: 0 });
    expect(result.worse[0]).toMatchObject({
      case: "fall-0009",
      before: { verdict: "passed", reasons: [] },
      after: { verdict: "failed", class: "wrong", reasons: ["beanstandet"] },
    });
  });

  test("over several suites there is a row for all, and Holm counts every row", () => {
    const both = (passed: number): TrialSpec[] => [
      ...series({ suite: "s" }, { passed, ...twenty }),
      ...series({ suite: "t" }, { passed: 20, ...twenty }),
    ];
    const { differences } = runs(both(20), both(10));
    expect(differences.map(({ suite }) => suite)).toEqual(["alle", "s", "t"]);
    expect(differences[0]).toMatchObject({ n: 40, before: 1, after: 0.75 });
    for (const { method } of differences) expect(method).toContain("Holm über alle 3 Zeilen");
  });

  test("only cases that both runs have are compared; the rest is counted", () => {
    const result = runs(
      [{ case: "a" }, { case: "b" }, { case: "nur-alt", result: "failed" }],
      [{ case: "a" }, { case: "b", result: "failed" }, { case: "neu" }, { case: "neu-2" }],
    );
    expect(result.suites).toEqual([
      expect.objectContaining({ shared: 2, unsure: 2, changed: 0, onlyBefore: 1, onlyAfter: 2 }),
    ]);
    expect(result.differences[0]).toMatchObject({ n: 2, before: 1, after: 0.5 });
  });

  test("a case whose expectations or question changed is not compared", () => {
    const hashed = (caseHash: string) => ({
      suites: [{ name: "s", graders: { must: ["personal-data"] }, cases: [{ id: "a", caseHash }] }],
    });
    const trials: TrialSpec[] = [{ case: "a" }];
    const changed = compareRuns(
      buildRun({ trials, manifest: hashed("1") }),
      buildRun({ trials, manifest: hashed("2") }),
    );
    expect(changed.suites[0]).toMatchObject({ shared: 0, changed: 1 });
    expect(changed.differences).toEqual([]);

    const asked = (question: string) => [
      {
        suite: "s",
        case: caseSchema.parse({
          id: "a",
          input: { question },
          reference: "So.",
          source: "erfunden",
          asOf: "2026-11-01",
        }),
      },
    ];
    const reworded = compareRuns(
      buildRun({ trials, cases: asked("Was?") }),
      buildRun({ trials, cases: asked("Wie?") }),
    );
    expect(reworded.suites[0]).toMatchObject({ shared: 0, changed: 1 });
  });

  test("an unmeasured answer is no loss", () => {
    const result = runs(
      [{ case: "a" }, { case: "b" }],
      [{ case: "a" }, { case: "b", result: "no-answer" }],
    );
    expect(result.differences[0]).toMatchObject({ n: 1, before: 1, after: 1, lost: 0 });
    expect(result.worseTotal).toBe(0);
  });

  test("models and prompts of only one run are named", () => {
    const result = runs(
      [{ case: "a" }, { case: "a", model: "alt" }],
      [{ case: "a" }, { case: "a", variant: "neu" }],
    );
    expect(result.onlyBefore).toEqual([{ model: "alt", variant: "trained", input: "raw" }]);
    expect(result.onlyAfter).toEqual([{ model: "m", variant: "neu", input: "raw" }]);
  });

  test("the same calls cannot differ; judged anew they can", () => {
    const trials: TrialSpec[] = [{ case: "a", callHash: "x" }];
    expect(runs(trials, trials).differences[0]).toMatchObject({ byConstruction: true });
    const stricter: TrialSpec[] = [{ case: "a", callHash: "x", result: "failed" }];
    expect(runs(trials, stricter).differences[0]).toMatchObject({ byConstruction: false });
  });

  test("nothing in common: no row, nothing thrown", () => {
    const result = runs([{ case: "a" }], [{ suite: "t", case: "b" }]);
    expect(result).toMatchObject({ differences: [], worse: [], better: [] });
  });

  test("swapping the runs swaps losses and gains; the order of lines does not matter", () => {
    const [a, b] = [series({}, { passed: 15, ...twenty }), series({}, { passed: 12, ...twenty })];
    const [there, back] = [runs(a, b), runs(b, a)];
    expect(back.differences[0]?.difference).toBeCloseTo(
      -(there.differences[0]?.difference ?? 0),
      12,
    );
    expect(back.worseTotal).toBe(there.betterTotal);
    expect(runs(a.toReversed(), b.toReversed())).toEqual(there);
  });
});
