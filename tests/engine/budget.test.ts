import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../core/model.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import { makeLocalExecutor } from "../../engine/local-executor.ts";
import { planRun } from "../../engine/plan.ts";
import { runTrials } from "../../engine/run-trials.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription, stubModel } from "../helpers/stub-model.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

const price = { inputPerMillion: 0, outputPerMillion: 10_000, asOf: "2026-11-01" };
const never = new AbortController().signal;

/** A model that costs at most 1 euro a call. */
function describeModel(concurrency: number) {
  return stubDescription({ price, parameters: { maxTokens: 100 }, limits: { concurrency } });
}

async function run(model: Model, limit: number) {
  const budget = makeBudget(limit);
  const records: TrialRecord[] = [];
  const { trials } = planRun({
    suites: [
      sampleSuite({
        cases: Array.from({ length: 40 }, (_, index) => sampleCase({ id: `fall-${index}` })),
      }),
    ],
    assignments: [{ model: model.description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  });
  const stop = await runTrials(
    makeLocalExecutor(model, { budget, clock: virtualClock(), random: () => 0 }),
    trials,
    {
      signal: never,
      clock: virtualClock(),
      record: async (trial) => {
        records.push(trial);
        return Promise.resolve();
      },
    },
  );
  return { stop, records, spent: budget.spent() };
}

describe("a run with a budget", () => {
  test("never spends more, whatever the calls cost and however many are under way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 40, maxLength: 40 }),
        async (concurrency, limit, tokens) => {
          const model = stubModel(async (_request, call) => {
            await Promise.resolve();
            return completed("x", { usage: { inputTokens: 9, outputTokens: tokens[call] ?? 0 } });
          }, describeModel(concurrency));
          const { stop, records, spent } = await run(model, limit);
          expect(spent.billed).toBeLessThanOrEqual(limit);
          // It does not stop early either: what is left would not have paid for another call.
          if (stop?.because === "budget") expect(spent.billed).toBeGreaterThan(limit - 1);
          else expect(records).toHaveLength(40);
        },
      ),
      { seed: 20261129, numRuns: 60 },
    );
  });

  test("waits for the bills of calls under way instead of stopping at their highest cost", async () => {
    const model = stubModel(async () => {
      await Promise.resolve();
      return completed("x", { usage: { inputTokens: 1, outputTokens: 1 } });
    }, describeModel(16));
    const { stop, records } = await run(model, 2);
    expect(stop).toBeUndefined();
    expect(records).toHaveLength(40);
  });

  test("counts an answer without a bill, and a failure that may have been charged, at its highest", async () => {
    const silent = await run(
      stubModel(() => completed("x"), describeModel(1)),
      3,
    );
    expect(silent.records).toHaveLength(3);
    expect(silent.spent).toEqual({ billed: 0, uncertain: 3 });
    const broken = await run(
      stubModel(() => failed("timeout"), describeModel(1)),
      3,
    );
    expect(broken.spent.uncertain).toBe(3);
    expect(broken.stop).toMatchObject({ because: "budget" });
    const busy = await run(
      stubModel(
        (_request, call) =>
          call % 2 === 0
            ? failed("rate-limit")
            : completed("x", { usage: { inputTokens: 0, outputTokens: 0 } }),
        describeModel(1),
      ),
      3,
    );
    expect(busy).toMatchObject({ stop: undefined, spent: { billed: 0, uncertain: 0 } });
  });

  test("charges what earlier sittings paid, but does not count it as spent now", async () => {
    const budget = makeBudget(5);
    budget.charge({ billed: 4.5, uncertain: 0 });
    expect(await budget.reserve(1, never)).toBe(false);
    expect(await budget.reserve(0.5, never)).toBe(true);
    expect(budget.spent()).toEqual({ billed: 0, uncertain: 0 });
  });

  test("does not wait for the free calls of another model, which bring no money back", async () => {
    const budget = makeBudget(1);
    expect(await budget.reserve(0, never)).toBe(true);
    const waited = new AbortController();
    const late = Promise.resolve("still waiting");
    const answer = budget.reserve(2, waited.signal);
    expect(await Promise.race([answer, late.then(async (text) => Promise.resolve(text))])).toBe(
      false,
    );
    budget.settle(0, { billed: 0, uncertain: 0 });
    expect(await budget.reserve(1, never)).toBe(true);
  });

  test("lets two models together spend no more than the limit", async () => {
    const budget = makeBudget(3);
    const spent = (euro: number) => ({ billed: euro, uncertain: 0 });
    expect(await budget.reserve(2, never)).toBe(true);
    const second = budget.reserve(2, never);
    budget.settle(2, spent(1.5));
    expect(await second).toBe(false);
    expect(await budget.reserve(1.5, never)).toBe(true);
  });

  test("stops waiting when the run is aborted", async () => {
    const budget = makeBudget(1);
    const controller = new AbortController();
    expect(await budget.reserve(1, controller.signal)).toBe(true);
    const second = budget.reserve(1, controller.signal);
    controller.abort();
    expect(await second).toBe(false);
  });
});
