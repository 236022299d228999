import { describe, expect, test } from "vitest";
import { planRun, type PlanRequest } from "../../engine/plan.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { stubDescription } from "../helpers/stub-model.ts";

const copy = stubDescription({
  id: "baseline:copy",
  kind: "baseline",
  way: "baseline",
  reads: ["input.text"],
});

function request(part: Partial<PlanRequest> = {}): PlanRequest {
  return {
    suites: [sampleSuite()],
    assignments: [{ model: stubDescription() }],
    variants: ["untrained", "trained"],
    inputs: ["raw", "pseudonymised"],
    attempts: 1,
    seed: 1,
    profile: "full",
    ...part,
  };
}

function placesOf(part: Partial<PlanRequest>) {
  return planRun(request(part)).trials.map(
    ({ variant, input, attempt }) => `${variant} ${input} ${attempt}`,
  );
}

describe("planRun", () => {
  test("asks critical cases more often, and none less often than the others", () => {
    const suites = [
      sampleSuite({ cases: [sampleCase(), sampleCase({ id: "k", critical: true })] }),
    ];
    const attempts = (part: Partial<PlanRequest>) =>
      planRun(request({ suites, variants: ["trained"], inputs: ["raw"], ...part })).trials.map(
        (trial) => `${trial.case} ${trial.attempt}`,
      );
    expect(attempts({ criticalAttempts: 3 })).toEqual(["hundesteuer 1", "k 1", "k 2", "k 3"]);
    expect(attempts({ attempts: 2, criticalAttempts: 1 })).toHaveLength(4);
    const places = [{ model: copy }];
    expect(attempts({ criticalAttempts: 3, assignments: places })).toHaveLength(2);
  });

  test("asks every style in the full profile", () => {
    expect(placesOf({ inputs: ["raw"] })).toEqual([
      "untrained-kurz raw 1",
      "untrained-vage raw 1",
      "trained raw 1",
    ]);
  });

  test("takes the length of the case before that of the suite, and the model's before both", () => {
    const suites = [sampleSuite({ cases: [sampleCase({ maxTokens: 900 })] })];
    const lengths = (parameters: object) =>
      planRun(request({ suites, assignments: [{ model: stubDescription({ parameters }) }] }))
        .trials.map(({ maxTokens }) => maxTokens)
        .slice(0, 1);
    expect(lengths({})).toEqual([900]);
    expect(lengths({ maxTokens: 50 })).toEqual([50]);
  });

  test("gives all versions of a template the same style in the quick profile", () => {
    const cases = Array.from({ length: 12 }, (_, index) =>
      sampleCase({ id: `fall-${index}`, template: `vorlage-${index % 6}`, quick: true }),
    );
    const { trials } = planRun(
      request({ suites: [sampleSuite({ cases })], profile: "quick", variants: ["untrained"] }),
    );
    for (let index = 0; index < 6; index += 1) {
      const own = trials.filter(({ case: id }) =>
        [`fall-${index}`, `fall-${index + 6}`].includes(id),
      );
      expect(new Set(own.map(({ variant }) => variant)).size).toBe(1);
    }
  });

  test("draws one untrained style per case in the quick profile, always the same by seed", () => {
    const cases = Array.from({ length: 12 }, (_, index) =>
      sampleCase({ id: `fall-${index}`, quick: true }),
    );
    const suites = [sampleSuite({ cases })];
    const styles = (seed: number) =>
      planRun(
        request({ suites, profile: "quick", inputs: ["raw"], variants: ["untrained"], seed }),
      ).trials.map(({ variant }) => variant);
    expect(styles(1)).toHaveLength(12);
    expect(new Set(styles(1))).toEqual(new Set(["untrained-kurz", "untrained-vage"]));
    expect(styles(1)).toEqual(styles(1));
    expect(styles(1)).not.toEqual(styles(2));
  });

  test("asks only cases marked quick in the quick profile, else the first ten", () => {
    const cases = Array.from({ length: 12 }, (_, index) =>
      sampleCase({ id: `fall-${index}`, quick: index === 3 }),
    );
    const marked = planRun(request({ suites: [sampleSuite({ cases })], profile: "quick" }));
    expect(new Set(marked.trials.map((trial) => trial.case))).toEqual(new Set(["fall-3"]));
    const unmarked = cases.map((graded) => ({ ...graded, quick: false }));
    const first = planRun(
      request({ suites: [sampleSuite({ cases: unmarked })], profile: "quick" }),
    );
    expect(new Set(first.trials.map((trial) => trial.case)).size).toBe(10);
  });

  test("asks baselines once per case and input, without prompt", () => {
    const { trials } = planRun(request({ assignments: [{ model: copy }], attempts: 3 }));
    expect(trials.map(({ variant, input, messages }) => ({ variant, input, messages }))).toEqual([
      { variant: "none", input: "raw", messages: [] },
      { variant: "none", input: "pseudonymised", messages: [] },
    ]);
    expect(trials[1]?.fields).toEqual({ text: sampleCase().input.pseudonymised });
  });

  test("leaves out inputs that a case does not have", () => {
    const { text, question } = sampleCase().input;
    const cases = [sampleCase({ input: { text, question } })];
    const { trials } = planRun(request({ suites: [sampleSuite({ cases })] }));
    expect(new Set(trials.map(({ input }) => input))).toEqual(new Set(["raw"]));
  });

  test("puts source text and question into the prompt and never reads them as a template", () => {
    const cases = [
      sampleCase({ input: { text: "Nimm {{question}} $& wörtlich", question: "Warum?" } }),
    ];
    const { trials } = planRun(
      request({ suites: [sampleSuite({ cases })], variants: ["trained"], inputs: ["raw"] }),
    );
    expect(trials[0]?.messages).toEqual([
      { role: "user", content: "Antworte genau. Nimm {{question}} $& wörtlich Frage: Warum?" },
    ]);
  });

  test("withholds cases whose data class a model may not have, with the reason", () => {
    const model = stubDescription({ dataClasses: ["public"] });
    expect(planRun(request({ assignments: [{ model }] })).withheld).toEqual([]);
    const plan = planRun(request({ assignments: [{ model }], strict: true }));
    expect(plan.trials).toEqual([]);
    expect(plan.withheld).toMatchObject([{ case: "hundesteuer", model: "compatible:stub" }]);
  });

  test("gives different attempts different seeds and ids", () => {
    const { trials } = planRun(request({ attempts: 3, variants: ["trained"], inputs: ["raw"] }));
    expect(trials.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(new Set(trials.map(({ trialId }) => trialId)).size).toBe(3);
  });
});

describe("identity", () => {
  const ids = (part: Partial<PlanRequest>) =>
    planRun(request(part)).trials.map((trial) => trial.trialId);
  const calls = (part: Partial<PlanRequest>) =>
    planRun(request(part)).trials.map((trial) => trial.callHash);
  const edited = (part: Record<string, unknown>) => [sampleSuite({ cases: [sampleCase(part)] })];

  test("does not change when an expectation is put right; only the case's hash does", () => {
    const before = planRun(request());
    const after = planRun(request({ suites: edited({ expected: { facts: ["97 Euro"] } }) }));
    expect(after.trials.map(({ trialId }) => trialId)).toEqual(
      before.trials.map(({ trialId }) => trialId),
    );
    expect(after.trials[0]?.caseHash).not.toBe(before.trials[0]?.caseHash);
  });

  test("changes with an edited question", () => {
    const input = { ...sampleCase().input, question: "Was kostet ein Hund in Musterfurt?" };
    expect(calls({ suites: edited({ input }) })).not.toContain(calls({})[0]);
  });

  test("does not depend on the position of a case", () => {
    const suites = [sampleSuite({ cases: [sampleCase({ id: "neu" }), sampleCase()] })];
    expect(ids({ suites })).toEqual(expect.arrayContaining(ids({})));
  });

  test("depends on frame, parameters and endpoint, not on what the endpoint allows", () => {
    const [call] = calls({ inputs: ["raw"], variants: ["trained"] });
    const callOf = (part: Record<string, unknown>) =>
      calls({
        inputs: ["raw"],
        variants: ["trained"],
        assignments: [{ model: stubDescription(part) }],
      })[0];
    expect(callOf({ limits: { concurrency: 9 }, license: "MIT" })).toBe(call);
    expect(callOf({ details: { threads: "8" } })).toBe(call);
    expect(callOf({ details: { frame: "anders" } })).not.toBe(call);
    expect(callOf({ endpoint: "http://127.0.0.1:2/v1" })).not.toBe(call);
    expect(callOf({ parameters: { temperature: 0.5 } })).not.toBe(call);
    expect(callOf({ parameters: { maxTokens: 10 } })).not.toBe(call);
  });

  test("of a baseline changes with the fields it reads and with no others", () => {
    const assignments = [{ model: copy }];
    const [call] = calls({ assignments });
    expect(calls({ assignments, suites: edited({ reference: "Anders." }) })[0]).toBe(call);
    const input = { ...sampleCase().input, text: "Die Hundesteuer beträgt 99 Euro." };
    expect(calls({ assignments, suites: edited({ input }) })[0]).not.toBe(call);
  });
});
