import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineGrader } from "../../core/grader.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { gradeComparisons } from "../../engine/compare-answers.ts";
import { decidingGraders } from "../../engine/grade.ts";
import { makeHeldAnswers } from "../../engine/held-answers.ts";
import { omitAnswer } from "../../engine/omit-answer.ts";
import { gradePending } from "../../engine/regrade.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed } from "../helpers/stub-model.ts";

/** Counts the other answers it was shown. */
const pair = defineGrader({
  name: "pair",
  version: "1",
  title: "Zählt",
  needs: [],
  compares: true,
  options: z.strictObject({}),
  judge: (_answer, { answers }) =>
    answers.length === 0
      ? { status: "unscored", reason: "allein" }
      : { status: "scored", value: 1, reason: answers.join("+") },
});
const facts = defineGrader({
  name: "facts",
  version: "1",
  title: "Immer gut",
  needs: [],
  options: z.strictObject({}),
  judge: () => ({ status: "scored", value: 1, reason: "gut" }),
});

const suite = sampleSuite({
  cases: [
    sampleCase({ id: "paar-a", template: "paar", must: ["pair"] }),
    sampleCase({ id: "paar-b", template: "paar", must: ["pair"] }),
    sampleCase({ id: "allein" }),
  ],
});
const cases = new Map(suite.cases.map((graded) => [graded.id, graded]));
const places = new Map([["probe", { suite, graders: [facts, pair], cases }]]);

function trial(id: string, part: Partial<TrialRecord> = {}): TrialRecord {
  return {
    schemaVersion: 1,
    trialId: `${id}${part.model ?? ""}${part.attempt ?? ""}`,
    callHash: "c",
    caseHash: "",
    suite: "probe",
    case: id,
    variant: "trained",
    input: "raw",
    model: "m",
    attempt: 1,
    outcome: completed(id),
    ...part,
  };
}

describe("gradeComparisons", () => {
  test("shows each version the answers of the others, of the same model and attempt", () => {
    const trials = [
      trial("paar-a"),
      trial("paar-b"),
      trial("paar-b", { model: "n" }),
      trial("paar-b", { attempt: 2 }),
      trial("allein"),
    ];
    const records = gradeComparisons(trials, [], places);
    expect(records.map(({ trialId, score }) => [trialId, score.reason])).toEqual([
      ["paar-a", "paar-b"],
      ["paar-b", "paar-a"],
      ["paar-bn", "allein"],
      ["paar-b2", "allein"],
    ]);
  });

  test("compares what is held, without words, and says so where an earlier answer was not kept", () => {
    const whole = makeHeldAnswers(places);
    for (const id of ["paar-a", "paar-b"]) whole.add(trial(id));
    expect(whole.compare().map(({ score }) => score)).toMatchObject([
      { status: "scored", value: 1, reason: expect.not.stringContaining("paar-b") },
      { status: "scored", value: 1 },
    ]);

    const broken = makeHeldAnswers(places);
    broken.add(omitAnswer(trial("paar-a")));
    broken.add(trial("paar-b"));
    expect(broken.compare().map(({ score }) => score.status)).toEqual(["unscored", "unscored"]);
    expect(broken.compare()[0]?.score.reason).toContain("keine Antworten");

    const lost = [omitAnswer(trial("paar-a")), omitAnswer(trial("paar-b"))];
    expect(gradeComparisons(lost, [], places)).toEqual([]);
    expect(gradePending(lost, [], places)).toEqual([]);
  });

  test("judges again when another answer came, and records nothing twice", () => {
    const before = [trial("paar-a"), trial("paar-b", { outcome: failed("network") })];
    const first = gradeComparisons(before, [], places);
    expect(first.map(({ score }) => score.reason)).toEqual(["allein"]);
    const after = [trial("paar-a"), trial("paar-b")];
    const second = gradeComparisons(after, first, places);
    expect(second.map(({ score }) => score.reason)).toEqual(["paar-b", "paar-a"]);
    expect(gradeComparisons(after, [...first, ...second], places)).toEqual([]);
  });
});

describe("the graders of a case", () => {
  test("are its own must graders instead of the suite's, and guards", () => {
    const guard = { ...facts, name: "language" };
    const place = { suite, graders: [facts, pair, guard] };
    const names = (id: string) =>
      decidingGraders(place, cases.get(id) ?? sampleCase()).map(({ name }) => name);
    expect(names("paar-a")).toEqual(["pair", "language"]);
    expect(names("allein")).toEqual(["facts", "language"]);
  });

  test("that compare answers are left to the end of the run", () => {
    const graded = gradePending([trial("paar-a"), trial("allein")], [], places);
    expect(graded.map(({ trialId, grader }) => `${trialId} ${grader}`)).toEqual(["allein facts"]);
  });
});
