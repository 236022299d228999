import { describe, expect, test } from "vitest";
import { readVerdicts } from "../../analysis/read-verdicts.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import type { ScoreRecord } from "../../core/trial.ts";
import { buildRun } from "./build-run.ts";

function verdictsOf(records: RunRecords): string[] {
  return readVerdicts(records).map(({ verdict }) => JSON.stringify(Object.values(verdict)));
}

/** The score of the first trial, with another version, result or hash. */
function rescored(
  records: RunRecords,
  changes: { version?: string; passed?: boolean; caseHash?: string },
): ScoreRecord {
  const [first] = records.scores;
  if (first?.score.status !== "scored") throw new Error("no score to change");
  const { passed = true, ...rest } = changes;
  return { ...first, score: { ...first.score, passed, value: Number(passed) }, ...rest };
}

const one = buildRun({ trials: [{ case: "a", result: "passed" }] });

describe("lines of a trial", () => {
  const failed = buildRun({ trials: [{ case: "a", result: "no-answer" }] });

  test("a completed one counts wherever it stands", () => {
    const trials = [...failed.trials, ...one.trials];
    expect(verdictsOf({ ...one, trials })).toEqual(['["passed"]']);
    expect(verdictsOf({ ...one, trials: trials.toReversed() })).toEqual(['["passed"]']);
  });

  test("failed ones alone are infrastructure, once", () => {
    const trials = [...failed.trials, ...failed.trials];
    expect(verdictsOf({ ...failed, trials })).toEqual(['["not-measured","infrastructure"]']);
  });
});

describe("scores of a trial", () => {
  test("the highest version counts, by number and wherever it stands", () => {
    const scores = [
      rescored(one, { version: "10", passed: false }),
      rescored(one, { version: "9", passed: true }),
    ];
    for (const lines of [scores, scores.toReversed()]) {
      expect(verdictsOf({ ...one, scores: lines })).toEqual(['["failed","leak"]']);
    }
  });

  test("of one version the last line counts", () => {
    const scores = [rescored(one, { passed: false }), rescored(one, { passed: true })];
    expect(verdictsOf({ ...one, scores })).toEqual(['["passed"]']);
    expect(verdictsOf({ ...one, scores: scores.toReversed() })).toEqual(['["failed","leak"]']);
  });

  const hashed = buildRun({
    trials: [{ case: "a" }],
    manifest: {
      suites: [
        { name: "s", graders: { must: ["personal-data"] }, cases: [{ id: "a", caseHash: "new" }] },
      ],
    },
  });

  test("one of an older state of the case is stale, even with a higher version", () => {
    const stale = rescored(hashed, { version: "2", caseHash: "old", passed: false });
    expect(verdictsOf({ ...hashed, scores: [stale] })).toEqual(['["not-measured","grader-error"]']);
    const fresh = rescored(hashed, { caseHash: "new" });
    expect(verdictsOf({ ...hashed, scores: [fresh, stale] })).toEqual(['["passed"]']);
  });

  test("one without a hash counts", () => {
    expect(verdictsOf(hashed)).toEqual(['["passed"]']);
  });

  test("those of unknown trials are ignored", () => {
    const [score] = one.scores;
    const scores = [...one.scores, { ...score, trialId: "elsewhere" } as ScoreRecord];
    expect(verdictsOf({ ...one, scores })).toEqual(['["passed"]']);
  });
});

test("a trial of a suite that the manifest lacks is refused", () => {
  const records = buildRun({ trials: [{ case: "a", suite: "fremd" }], manifest: { suites: [] } });
  expect(() => readVerdicts(records)).toThrow(
    expect.objectContaining({
      code: "unknown-suite",
      exitCode: 2,
      message: expect.stringContaining("„fremd“") as string,
    }) as Error,
  );
});

test("a case's own must graders decide, and its template is the unit", () => {
  const graders = { must: ["personal-data"] };
  const suite = (summary: object) => ({ name: "s", graders, cases: [{ id: "a", ...summary }] });
  const run = (summary: object) =>
    buildRun({ trials: [{ case: "a" }], manifest: { suites: [suite(summary)] } });
  expect(readVerdicts(run({}))[0]).toMatchObject({ verdict: { status: "passed" }, unit: "a" });
  expect(readVerdicts(run({ must: ["facts"], template: "paar" }))[0]).toMatchObject({
    verdict: { status: "not-measured", because: "grader-error" },
    unit: "paar",
  });
});
