import { describe, expect, test } from "vitest";
import { trialKeySchema } from "../../core/trial.ts";
import { planRun } from "../../engine/plan.ts";
import { keyOf } from "../../engine/planned-trial.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { stubDescription } from "../helpers/stub-model.ts";

function trialsOf(attempts: number, suite = sampleSuite()) {
  return planRun({
    suites: [suite],
    assignments: [{ model: stubDescription() }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts,
    seed: 1,
    profile: "full",
  }).trials;
}

describe("planTrial", () => {
  test("keeps neither texts nor ids, only its slot, so that a plan of many trials is small", () => {
    const [trial] = trialsOf(1);
    expect(Object.keys(trial ?? {})).toEqual(["attempt", "variant", "input"]);
  });

  test("gives the attempts of one case ids and seeds of their own and one case hash", () => {
    const trials = trialsOf(3);
    expect(new Set(trials.map(({ trialId }) => trialId)).size).toBe(3);
    expect(new Set(trials.map(({ callHash }) => callHash)).size).toBe(3);
    expect(trials.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(new Set(trials.map(({ caseHash }) => caseHash)).size).toBe(1);
  });

  test("gives a case the same hash again, however many other cases were asked in between", () => {
    const cases = Array.from({ length: 3000 }, (_, index) =>
      sampleCase({ id: `fall-${index}`, reference: `${index} Euro` }),
    );
    const trials = trialsOf(1, sampleSuite({ cases }));
    const first = trials.map(({ caseHash }) => caseHash);
    expect(new Set(first).size).toBe(3000);
    expect(trials.map(({ caseHash }) => caseHash)).toEqual(first);
  });
});

describe("keyOf", () => {
  test("gives every field of a trial's place", () => {
    const [trial] = trialsOf(1);
    if (trial === undefined) throw new Error("no trial");
    const key = keyOf(trial);
    expect(Object.keys(key)).toEqual(Object.keys(trialKeySchema.shape));
    expect(key).toEqual(trialKeySchema.parse(trial));
  });
});
