import { describe, expect, test } from "vitest";
import { dataClassSchema } from "../../core/data-class.ts";
import type { Completed } from "../../core/outcome.ts";
import { cacheTrials, type AnswerCache } from "../../engine/answer-cache.ts";
import type { ModelDescription } from "../../core/model.ts";
import { planRun } from "../../engine/plan.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, stubDescription } from "../helpers/stub-model.ts";

function cacheFor({
  model = stubDescription(),
  protection = "synthetic",
}: {
  readonly model?: ModelDescription;
  readonly protection?: string;
}) {
  const kept = new Map<string, Completed>();
  const store: AnswerCache = {
    find: (callHash) => kept.get(callHash),
    keep: (callHash, answer) => void kept.set(callHash, answer),
  };
  const suite = sampleSuite({ cases: [sampleCase({ protection })] });
  const cases = new Map(suite.cases.map((graded) => [graded.id, graded]));
  const { trials } = planRun({
    suites: [suite],
    assignments: [{ model: stubDescription({ dataClasses: [...dataClassSchema.options] }) }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  });
  const [trial] = trials;
  if (trial === undefined) throw new Error("nothing planned");
  const cache = cacheTrials(store, model, new Map([["probe", { suite, graders: [], cases }]]));
  return { cache, trial, kept };
}

describe("cacheTrials", () => {
  test("gives a kept answer marked as cached and without times", () => {
    const { cache, trial } = cacheFor({});
    expect(cache?.find(trial)).toBeUndefined();
    cache?.keep(
      trial,
      completed("96 Euro", { usage: { outputTokens: 5 }, timing: { totalMs: 9 } }),
    );
    expect(cache?.find(trial)).toEqual(
      completed("96 Euro", { usage: { outputTokens: 5 }, cached: true }),
    );
  });

  test("does not make an answer younger that came from the cache", () => {
    const { cache, trial, kept } = cacheFor({});
    cache?.keep(trial, completed("96 Euro", { cached: true }));
    expect(kept.size).toBe(0);
  });

  test("keeps no empty answers", () => {
    const { cache, trial, kept } = cacheFor({});
    cache?.keep(trial, completed(" \n"));
    expect(kept.size).toBe(0);
  });

  test.each(["internal", "personal", "classified"])("keeps no answers to %s data", (protection) => {
    const { cache, trial, kept } = cacheFor({ protection });
    cache?.keep(trial, completed("96 Euro"));
    expect(kept.size).toBe(0);
    expect(cache?.find(trial)).toBeUndefined();
  });

  test("leaves embedded models and baselines alone", () => {
    expect(cacheFor({ model: stubDescription({ endpoint: "embedded" }) }).cache).toBeUndefined();
  });
});
