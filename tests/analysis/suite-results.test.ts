import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { SuiteResult } from "../../core/findings.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function resultOf(
  trials: readonly TrialSpec[],
  critical: readonly string[] = [],
): SuiteResult | undefined {
  const cases = critical.map((id) => ({ id, critical: true }));
  const suites = [{ name: "s", passAt: 0.8, graders: { must: ["personal-data"] }, cases }];
  return analyse(buildRun({ trials, manifest: { suites } })).findings.suiteResults[0];
}

test("passes when the rate reaches passAt", () => {
  expect(resultOf(series({}, { passed: 8, of: 10 }))).toMatchObject({ passes: true, value: 0.8 });
  expect(resultOf(series({}, { passed: 7, of: 10 }))).toMatchObject({ passes: false });
});

describe("critical cases", () => {
  test("one that failed decides", () => {
    const trials = series({}, { passed: 19, of: 20 });
    expect(resultOf(trials, ["fall-0020"])).toMatchObject({
      passes: false,
      criticalFailed: ["fall-0020"],
    });
    expect(resultOf(trials, ["fall-0001"])).toMatchObject({ passes: true, criticalFailed: [] });
  });

  test("one failed attempt is enough", () => {
    const trials = [1, 2, 3].flatMap((attempt) =>
      series({ attempt }, { passed: attempt === 3 ? 19 : 20, of: 20 }),
    );
    expect(resultOf(trials, ["fall-0020"])?.criticalFailed).toEqual(["fall-0020"]);
  });

  test("one without a measurement is named", () => {
    const trials: TrialSpec[] = [
      ...series({}, { passed: 10, of: 10 }),
      { case: "k", result: "no-answer" },
    ];
    expect(resultOf(trials, ["k", "nie-gefragt"])).toMatchObject({
      passes: true,
      criticalFailed: [],
      criticalNotMeasured: ["k"],
    });
  });
});

test("above 5 % of trials without a measurement it is not reliable", () => {
  const lost = (count: number): TrialSpec[] =>
    Array.from({ length: count }, (_, at) => ({ case: `x-${at}`, result: "no-answer" }));
  const good = series({}, { passed: 19, of: 19 });
  expect(resultOf([...good, ...lost(1)])).toMatchObject({ reliable: true, notMeasuredShare: 0.05 });
  expect(resultOf([...good, ...lost(2)])).toMatchObject({ reliable: false });
});
