import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { mergeRuns } from "../../analysis/merge-runs.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import { UserError } from "../../core/user-error.ts";
import { buildRun, series } from "./build-run.ts";

function run(model: string, passed: number, suite: object = {}, more: object = {}): RunRecords {
  const cases = Array.from({ length: 20 }, (_, at) => ({
    id: `fall-${String(at + 1).padStart(4, "0")}`,
    caseHash: `h${at}`,
  }));
  const own = { name: "s", version: "1.0.0", graders: { must: ["personal-data"] }, cases };
  return buildRun({
    trials: series({ model }, { passed, of: 20 }),
    manifest: { runId: `lauf-${model}`, suites: [{ ...own, ...suite }], ...more },
  });
}

test("two runs of different models are compared as if they were one", () => {
  const merged = mergeRuns([run("a", 18), run("b", 4)]);
  const { findings } = analyse(merged);
  const [comparison] = findings.comparisons;
  expect(comparison).toMatchObject({ a: "a", b: "b", n: 20, distinguishable: true });
  expect(findings.run).toMatchObject({ id: "lauf-a+lauf-b", completedTrials: 40 });
  expect(findings.suites).toHaveLength(1);
});

test("the same run twice changes no number", () => {
  const once = analyse(run("a", 9)).findings;
  const twice = analyse(mergeRuns([run("a", 9), run("a", 9)])).findings;
  expect(twice.rates).toEqual(once.rates);
  expect(twice.run.completedTrials).toBe(20);
});

const recorded = { file: "anforderungen.yaml", sha256: "0".repeat(64), text: "schemaVersion: 1" };

test("requirements of one run do not count for several", () => {
  const records = run("a", 9, {}, { requirements: recorded });
  expect(mergeRuns([records, run("b", 9)]).manifest.requirements).toBeUndefined();
});

describe("refuses what cannot be compared", () => {
  function refusal(other: RunRecords): UserError {
    try {
      mergeRuns([run("a", 9), other]);
    } catch (cause) {
      if (cause instanceof UserError) return cause;
      throw cause;
    }
    throw new Error("was not refused");
  }

  test("another version of a suite", () => {
    const error = refusal(run("b", 9, { version: "1.1.0" }));
    expect(error.code).toBe("different-suite-versions");
    expect(error.message).toContain("„s“ (1.0.0 und 1.1.0)");
    expect(error.exitCode).toBe(2);
  });

  test("the same version with another content, naming the cases", () => {
    const error = refusal(run("b", 9, { cases: [{ id: "fall-0003", caseHash: "anders" }] }));
    expect(error.message).toContain("„fall-0003“");
    expect(error.message).toContain("„s“ (beide 1.0.0, aber mit anderen Fällen");
  });

  test("a model of the same name with other settings", () => {
    const models = [{ id: "a", parameters: { temperature: 0.9 } }];
    expect(refusal(run("a", 9, {}, { models })).code).toBe("different-models");
  });
});
