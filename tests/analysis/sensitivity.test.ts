import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { testSensitivity, weightedMeans, type Valuation } from "../../analysis/test-sensitivity.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

/** Cases passed of 20 by suite and model. */
function run(passed: Record<string, Record<string, number>>): TrialSpec[] {
  return Object.entries(passed).flatMap(([suite, models]) =>
    Object.entries(models).flatMap(([model, count]) =>
      series({ suite, model }, { passed: count, of: 20 }),
    ),
  );
}

function sensitivity(records: RunRecords) {
  return analyse(records).findings.sensitivity;
}

describe("does the recommendation stand?", () => {
  test("a model that is ahead everywhere stays ahead", () => {
    const found = sensitivity(
      buildRun({ trials: run({ x: { a: 18, b: 9 }, y: { a: 17, b: 8 }, z: { a: 15, b: 14 } }) }),
    );
    expect(found).toMatchObject({ leaders: ["a"], stands: true, variant: "trained" });
    expect(found?.scenarios.map(({ kind }) => kind)).toEqual([
      "base",
      ...Array<string>(3).fill("without-suite"),
      ...Array<string>(4).fill("weights"),
    ]);
  });

  test("one that owes its place to a single suite does not", () => {
    const found = sensitivity(
      buildRun({ trials: run({ x: { a: 20, b: 2 }, y: { a: 9, b: 14 }, z: { a: 9, b: 14 } }) }),
    );
    expect(found?.leaders).toEqual(["a"]);
    expect(found?.stands).toBe(false);
    const falls = found?.scenarios.filter(({ stands }) => !stands).map(({ name }) => name);
    expect(falls).toEqual(["ohne Suite x"]);
  });

  test("a tie has two leaders, and stands as long as one of them leads", () => {
    const found = sensitivity(
      buildRun({ trials: run({ x: { a: 10, b: 12 }, y: { a: 12, b: 10 } }) }),
    );
    expect(found?.leaders).toEqual(["a", "b"]);
    expect(found?.scenarios[0]?.lead).toBe(0);
  });

  test("says nothing about one model", () => {
    expect(sensitivity(buildRun({ trials: run({ x: { a: 10 } }) }))).toBeUndefined();
  });
});

describe("another target band", () => {
  /** Readability decides: 15 answers of a at grade 10.5, all of b at 9.5 but only 12 of 20 answer. */
  function banded(): RunRecords {
    const trials = run({ x: { a: 20, b: 20 } });
    const records = buildRun({
      trials,
      manifest: {
        suites: [
          {
            name: "x",
            graders: { must: ["readability"] },
            options: { readability: { maximum: 10 } },
          },
        ],
      },
    });
    const scores = records.scores.map((line, at) => {
      const isA = line.trialId.includes("|a|");
      const wstf4 = isA ? (at % 4 === 0 ? 9 : 10.5) : at % 2 === 0 ? 9.5 : 12;
      const score = { ...line.score, passed: wstf4 <= 10, measures: { wstf4 } };
      return { ...line, grader: "readability", score };
    });
    return { ...records, scores };
  }

  test("one notch wider turns the order round", () => {
    const found = sensitivity(banded());
    expect(found?.leaders).toEqual(["b"]);
    const bands = found?.scenarios.filter(({ kind }) => kind === "target-band");
    expect(bands?.map(({ name, stands }) => [name, stands])).toEqual([
      ["Zielband der Lesbarkeit eine Stufe enger", false],
      ["Zielband der Lesbarkeit eine Stufe weiter", false],
    ]);
    expect(bands?.[1]?.ranking[0]).toEqual({ model: "a", value: 1 });
  });

  test("a case with a band of its own does not move", () => {
    const records = banded();
    const scores = records.scores.map(
      (line) => ({ ...line, score: { ...line.score, passed: true } }) as typeof line,
    );
    const found = sensitivity({ ...records, scores });
    const wider = found?.scenarios.at(-1)?.ranking.map(({ value }) => value);
    expect(wider).toEqual([1, 1]);
  });
});

test("without disputed cases: those no native speaker has read", () => {
  const trials = run({ x: { a: 12, b: 10 } });
  const disputed = ["fall-0011", "fall-0012"].map((id) => ({ id, nativeChecked: false }));
  const suites = [{ name: "x", graders: { must: ["personal-data"] }, cases: disputed }];
  const found = sensitivity(buildRun({ trials, manifest: { suites } }));
  const row = found?.scenarios.find(({ kind }) => kind === "without-disputed");
  expect(row).toMatchObject({ name: "ohne 2 strittige Fälle", lead: 0, stands: true });
});

test("any valuation can be tested, such as an award formula", () => {
  const table = new Map([
    ["teuer", new Map([["x", 0.9]])],
    ["billig", new Map([["x", 0.6]])],
  ]);
  const base = { kind: "base" as const, name: "Z", table, weights: new Map([["x", 1]]) };
  const price = new Map([
    ["teuer", 3],
    ["billig", 1],
  ]);
  const perPrice: Valuation = (assumption) =>
    new Map(
      [...weightedMeans(assumption)].map(([id, value]) => [id, value / (price.get(id) ?? 1)]),
    );
  expect(testSensitivity([base], weightedMeans)?.leaders).toEqual(["teuer"]);
  expect(testSensitivity([base], perPrice)?.leaders).toEqual(["billig"]);
  expect(testSensitivity([{ ...base, table: new Map() }], weightedMeans)).toBeUndefined();
});
