import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function comparison(a: TrialSpec[], b: TrialSpec[]) {
  const { comparisons } = analyse(buildRun({ trials: [...a, ...b] })).findings;
  return comparisons.find(({ kind }) => kind === "model");
}

describe("„nicht unterscheidbar“ and „gleichwertig“ are two things", () => {
  test("few cases: neither told apart nor shown to be alike", () => {
    const row = comparison(
      series({ model: "a" }, { passed: 10, of: 20 }),
      series({ model: "b" }, { passed: 9, of: 20 }),
    );
    expect(row?.distinguishable).toBe(false);
    expect(row?.equivalence).toMatchObject({ equivalent: false, margin: 0.05 });
  });

  test("many cases: not told apart, and shown to be alike", () => {
    const row = comparison(
      series({ model: "a" }, { passed: 200, of: 400 }),
      series({ model: "b" }, { passed: 199, of: 400 }),
    );
    expect(row?.distinguishable).toBe(false);
    expect(row?.equivalence?.equivalent).toBe(true);
    expect(row?.equivalence?.method).toContain("Tango");
  });

  test("a difference can be real and too small to matter", () => {
    const row = comparison(
      series({ model: "a" }, { passed: 1015, of: 2000 }),
      series({ model: "b" }, { passed: 1000, of: 2000 }),
    );
    expect(row?.distinguishable).toBe(true);
    expect(row?.equivalence?.equivalent).toBe(true);
  });
});

test("a difference that is 0 by construction is not called equivalent", () => {
  const call = { callHash: "x" };
  const row = comparison(
    [{ model: "a", case: "1", ...call }],
    [{ model: "b", case: "1", ...call }],
  );
  expect(row?.byConstruction).toBe(true);
  expect(row?.equivalence).toBeUndefined();
});
