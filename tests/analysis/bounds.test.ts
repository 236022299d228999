import { expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series } from "./build-run.ts";

function bounds(trials: Parameters<typeof buildRun>[0]["trials"], cases: object[] = []) {
  const suites = [{ name: "s", graders: { must: ["personal-data"] }, cases }];
  return analyse(buildRun({ trials, manifest: { suites } })).findings.failureBounds;
}

test("0 of 50 failed still allows 5.8 %", () => {
  const [row] = bounds(series({}, { passed: 50, of: 50 }));
  expect(row).toMatchObject({ scope: "all", n: 50, failed: 0 });
  expect(row?.upper).toBeCloseTo(0.0582, 4);
  expect(row?.method).toContain("einseitig");
});

test("critical cases have a bound of their own", () => {
  const critical = ["fall-0001", "fall-0002"].map((id) => ({ id, critical: true }));
  const [all, own] = bounds(series({}, { passed: 49, of: 50 }), critical);
  expect(all).toMatchObject({ n: 50, failed: 1 });
  expect(own).toMatchObject({ scope: "critical", n: 2, failed: 0 });
  expect(own?.upper).toBeCloseTo(1 - Math.sqrt(0.05), 9);
});

test("one failed attempt fails the case; what was not measured counts nowhere", () => {
  const [row] = bounds([
    { case: "a", attempt: 1 },
    { case: "a", attempt: 2, result: "failed" },
    { case: "b", attempt: 1 },
    { case: "c", result: "no-answer" },
  ]);
  expect(row).toMatchObject({ n: 2, failed: 1 });
});

test("nothing measured, no bound", () => {
  expect(bounds(series({}, { passed: 0, of: 0 }))).toEqual([]);
  expect(bounds([{ case: "a", result: "unscored" }])).toEqual([]);
});
