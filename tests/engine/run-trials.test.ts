import { describe, expect, test } from "vitest";
import type { TrialRecord } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import { planRun } from "../../engine/plan.ts";
import type { Model } from "../../core/model.ts";
import { makeLocalExecutor, type LocalContext } from "../../engine/local-executor.ts";
import type { PlannedTrial } from "../../engine/planned-trial.ts";
import { runTrials as runWith, type RunContext } from "../../engine/run-trials.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription, stubModel } from "../helpers/stub-model.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

function planned(model = stubDescription(), cases = 20) {
  return planRun({
    suites: [
      sampleSuite({
        cases: Array.from({ length: cases }, (_, index) => sampleCase({ id: `fall-${index}` })),
      }),
    ],
    assignments: [{ model }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  }).trials;
}

type Context = RunContext & LocalContext;

async function runTrials(model: Model, trials: readonly PlannedTrial[], run: Context) {
  return runWith(makeLocalExecutor(model, run), trials, run);
}

function context(part: Partial<Context> = {}): Context & { readonly records: TrialRecord[] } {
  const records: TrialRecord[] = [];
  return {
    records,
    signal: new AbortController().signal,
    budget: makeBudget(undefined),
    record: async (trial) => {
      records.push(trial);
      return Promise.resolve();
    },
    clock: virtualClock(),
    random: () => 0,
    ...part,
  };
}

describe("runTrials", () => {
  test("makes every trial exactly once and records what came", async () => {
    const run = context();
    const model = stubModel(() => completed("96 Euro"));
    expect(await runTrials(model, planned(), run)).toBeUndefined();
    expect(new Set(run.records.map(({ trialId }) => trialId)).size).toBe(20);
    expect(run.records).toHaveLength(20);
    expect(run.records[0]).not.toHaveProperty("messages");
    expect(run.records[0]).toMatchObject({ temperature: 0, seed: 1, attempt: 1 });
  });

  test("never has more calls under way than the model allows", async () => {
    let underWay = 0;
    let most = 0;
    const description = stubDescription({ limits: { concurrency: 3 } });
    const model = stubModel(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      return completed("96 Euro");
    }, description);
    await runTrials(model, planned(description), context());
    expect(most).toBe(3);
  });

  test("keeps to the requests per minute", async () => {
    const clock = virtualClock();
    const description = stubDescription({ limits: { requestsPerMinute: 30 } });
    await runTrials(
      stubModel(() => completed("x"), description),
      planned(description, 11),
      context({ clock }),
    );
    expect(clock.now()).toBe(20_000);
  });

  test("stops before the budget would be passed", async () => {
    const price = { inputPerMillion: 0, outputPerMillion: 10_000, asOf: "2026-11-01" };
    const description = stubDescription({ price, parameters: { maxTokens: 100 } });
    const budget = makeBudget(5);
    const run = context({ budget });
    const model = stubModel(
      () => completed("x", { usage: { inputTokens: 0, outputTokens: 100 } }),
      description,
    );
    const stop = await runTrials(model, planned(description), run);
    expect(stop).toMatchObject({ because: "budget" });
    expect(budget.spent()).toEqual({ billed: 5, uncertain: 0 });
    expect(run.records).toHaveLength(5);
  });

  test("ends after a wrong key instead of asking on", async () => {
    const model = stubModel(() => failed("authentication"));
    const run = context();
    const stop = await runTrials(model, planned(), run);
    expect(stop).toMatchObject({ because: "authentication" });
    expect(model.requests).toHaveLength(1);
  });

  test("ends cleanly when aborted and does not record what was under way", async () => {
    const controller = new AbortController();
    const run = context({ signal: controller.signal });
    const model = stubModel((_request, call) => {
      if (call < 4) return completed("96 Euro");
      controller.abort();
      return failed("aborted");
    });
    expect(await runTrials(model, planned(), run)).toMatchObject({ because: "aborted" });
    expect(run.records).toHaveLength(4);
  });

  test("passes on what recording throws, after the calls under way ended", async () => {
    const run = context({
      record: async () => Promise.reject(new Error("disk")),
    });
    const description = stubDescription({ limits: { concurrency: 4 } });
    const model = stubModel(() => completed("x"), description);
    await expect(runTrials(model, planned(description), run)).rejects.toThrow("disk");
    expect(model.requests.length).toBeLessThanOrEqual(4);
  });
});
