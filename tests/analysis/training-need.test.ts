import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Need, TrainingNeed } from "../../core/findings-training-need.ts";
import { requirementsSchema, type Requirements } from "../../core/requirements.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

/** Suite `s`: twenty cases; the last four are severe (4) and hardly noticed (1), the others 2 and 2. */
const cases = Array.from({ length: 20 }, (_, at) => ({
  id: `fall-${String(at + 1).padStart(4, "0")}`,
  ...(at >= 16 && { severity: 4, detectability: 1 }),
}));
const suites = [{ name: "s", graders: { must: ["personal-data"] }, cases }];

function need(
  trials: readonly TrialSpec[],
  requirements?: Requirements,
  named: readonly unknown[] = suites,
): TrainingNeed | undefined {
  const run = buildRun({ trials, manifest: { suites: named } });
  return analyse({ ...run, requirements }).findings.trainingNeed;
}

function row(found: TrainingNeed | undefined, part: Partial<Need>): Need | undefined {
  return found?.needs.find((one) =>
    Object.entries(part).every(([key, value]) => one[key as keyof Need] === value),
  );
}

describe("by hand", () => {
  // Cases 15 to 20 fail: two of weight 2/2 = 1, four of weight 4/1 = 4. (2·1 + 4·4) / 20 = 0.9.
  const found = need(series({}, { passed: 14, of: 20 }));
  const daten = row(found, { scope: "all", competence: "daten" });

  test("failure rate × severity ÷ detectability, case by case", () => {
    expect(daten).toMatchObject({ n: 20, failed: 6, value: 0.9, level: "high" });
    expect(daten?.rate.value).toBeCloseTo(0.3, 12);
    // (2·2 + 4·4) / 6 and (2·2 + 4·1) / 6
    expect(daten?.severity).toBeCloseTo(20 / 6, 10);
    expect(daten?.detectability).toBeCloseTo(8 / 6, 10);
  });

  test("an interval around it, and whether it stays in its level", () => {
    expect(daten?.low).toBeLessThan(0.9);
    expect(daten?.high).toBeGreaterThan(0.9);
    expect(daten?.certain).toBe(false);
  });

  test("three strongest examples, each of another case, with their anchors", () => {
    expect(daten?.examples).toHaveLength(3);
    expect(daten?.examples.every((one) => one.severity === 4 && one.detectability === 1)).toBe(
      true,
    );
    expect(new Set(daten?.examples.map((one) => one.case)).size).toBe(3);
    expect(daten?.examples[0]?.anchor).toMatch(/^fall-/u);
  });

  test("a competence that no case can show has no row", () => {
    expect(row(found, { competence: "bias" })).toBeUndefined();
  });
});

test("no failure is a need of 0 with an upper end, not no need", () => {
  const daten = row(need(series({}, { passed: 20, of: 20 })), { competence: "daten" });
  expect(daten).toMatchObject({ value: 0, failed: 0, low: 0, examples: [] });
  expect(daten?.high).toBeGreaterThan(0.3);
  expect(daten?.severity).toBeUndefined();
});

test("what fails only because the task was put badly is „Aufgaben stellen“", () => {
  const trials = [
    ...series({ variant: "trained" }, { passed: 20, of: 20 }),
    ...series({ variant: "untrained-kurz" }, { passed: 10, of: 20 }),
  ];
  const found = need(trials);
  const prompten = row(found, { scope: "all", competence: "prompten" });
  // Ten fail untrained: six of weight 1, four of weight 4. (6 + 16) / 20 = 1.1
  expect(prompten).toMatchObject({ failed: 10, value: 1.1 });
  expect(prompten?.examples[0]?.variant).toBe("untrained-kurz");
  expect(found?.needs[0]?.competence).toBe("prompten");
});

test("whoever fails both ways has no need to put the task better", () => {
  const trials = ["trained", "untrained-kurz"].flatMap((variant) =>
    series({ variant }, { passed: 10, of: 20 }),
  );
  expect(row(need(trials), { competence: "prompten" })?.value).toBe(0);
});

describe("by task and by staff", () => {
  const trials = ["s", "t"].flatMap((suite) =>
    series({ suite }, { passed: suite === "s" ? 10 : 20, of: 20 }),
  );
  const named = ["s", "t"].map((name) => ({ name, graders: { must: ["personal-data"] } }));
  const requirements = requirementsSchema.parse({
    schemaVersion: 1,
    title: "t",
    date: "2026-11-01",
    role: "markterkundung",
    purposes: [
      { id: "a", title: "A", suites: ["s"], staff: "Bürgeramt" },
      { id: "b", title: "B", suites: ["s", "t"], staff: "Leitung" },
    ],
    criteria: [{ id: "B1", title: "b", suites: ["s"], weight: 100, s0: 0, s10: 1 }],
    method: { decisive: "einfach" },
    horizonYears: 1,
    training: { high: 0.45, medium: 0.2 },
  });
  const found = need(trials, requirements, named);
  const value = (part: Partial<Need>): number | undefined =>
    row(found, { competence: "daten", ...part })?.value;

  test("tasks weigh the same over all", () => {
    // Severity 2 ÷ detectability 2: 0.5 in s, 0 in t.
    expect(value({ scope: "task", name: "s" })).toBe(0.5);
    expect(value({ scope: "task", name: "t" })).toBe(0);
    expect(value({ scope: "all" })).toBe(0.25);
  });

  test("staff have the need of their tasks", () => {
    expect(value({ scope: "staff", name: "Bürgeramt" })).toBe(0.5);
    expect(value({ scope: "staff", name: "Leitung" })).toBe(0.25);
  });

  test("the thresholds of the requirements hold and are named", () => {
    expect(found?.thresholds).toEqual({ high: 0.45, medium: 0.2 });
    expect(row(found, { scope: "task", name: "s" })?.level).toBe("high");
    expect(row(found, { scope: "all" })?.level).toBe("medium");
  });
});

test("the model with the highest rate is looked at, and why is said", () => {
  const found = need([
    ...series({ model: "schlecht" }, { passed: 2, of: 20 }),
    ...series({ model: "gut" }, { passed: 18, of: 20 }),
  ]);
  expect(found).toMatchObject({ model: "gut", chosen: expect.stringContaining("Quote") as string });
});

test("an excluded model is not looked at while another one is admitted or open", () => {
  const requirements = requirementsSchema.parse({
    schemaVersion: 1,
    title: "t",
    date: "2026-11-01",
    role: "markterkundung",
    purposes: [{ id: "a", title: "A", suites: ["s"] }],
    criteria: [
      { id: "B1", title: "b", suites: ["s"], weight: 50, s0: 0, s10: 1, minimumPoints: 5 },
      { id: "B2", title: "b", suites: ["t"], weight: 50, s0: 0, s10: 1 },
    ],
    method: { decisive: "einfach" },
    horizonYears: 1,
  });
  const trials = ["x", "y"].flatMap((model) => [
    ...series({ model, suite: "s" }, { passed: model === "x" ? 8 : 12, of: 20 }),
    ...series({ model, suite: "t" }, { passed: model === "x" ? 20 : 10, of: 20 }),
  ]);
  const run = buildRun({
    trials,
    manifest: { requirements: { file: "a.yaml", sha256: "0", text: "" } },
  });
  const found = analyse({ ...run, requirements }).findings.trainingNeed;
  expect(found).toMatchObject({
    model: "y",
    chosen: "hat unter den zugelassenen Modellen die meisten Leistungspunkte",
  });
});

test("nothing measured: no need at all", () => {
  expect(need([{ case: "fall-0001", result: "no-answer" }])).toBeUndefined();
});
