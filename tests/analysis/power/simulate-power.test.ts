import { describe, expect, test } from "vitest";
import { measureRun } from "../../../analysis/measured-run.ts";
import { pairedSpread } from "../../../analysis/power/paired-spread.ts";
import { planCases } from "../../../analysis/power/plan-mcnemar.ts";
import {
  simulateCases,
  simulatePower,
  varianceWith,
} from "../../../analysis/power/simulate-power.ts";
import { readVerdicts } from "../../../analysis/read-verdicts.ts";
import { createRandom } from "../../../analysis/statistics/random.ts";
import { buildRun, type TrialSpec } from "../build-run.ts";

function spreadOf(trials: readonly TrialSpec[], attempts = 1) {
  const records = buildRun({ trials, manifest: { attempts } });
  return pairedSpread(measureRun(records.manifest, readVerdicts(records)));
}

/** Two independent models at 60 and 70 percent on a great many cases, one attempt each. */
function independentRun(): TrialSpec[] {
  return Array.from({ length: 1000 }, (_, at): TrialSpec[] => [
    { case: `f${at}`, model: "a", result: at % 10 < 7 ? "passed" : "failed" },
    { case: `f${at}`, model: "b", result: Math.floor(at / 10) % 10 < 6 ? "passed" : "failed" },
  ]).flat();
}

describe("one attempt each", () => {
  const spread = spreadOf(independentRun());

  test("needs as many cases as the exact test says, within a tenth", () => {
    const plan = { difference: 0.1, attempts: 1, seed: 1 };
    const simulated = simulateCases(spread ?? never(), plan, 0.8) ?? 0;
    const exact =
      planCases({ rate: 0.6, difference: 0.1, agreement: "independent" }, { power: 0.8 }) ?? 0;
    expect(Math.abs(simulated / exact - 1)).toBeLessThan(0.1);
  });

  test("the same seed gives the same plan; power grows with cases", () => {
    const plan = { difference: 0.1, attempts: 1, seed: 1 };
    const power = (cases: number) => simulatePower(spread ?? never(), plan, cases);
    expect(power(100)).toBe(power(100));
    expect(power(400)).toBeGreaterThan(power(100));
    expect(power(5)).toBe(0);
  });

  test("without a difference at most one in twenty is found", () => {
    const plan = { difference: 0, attempts: 1, seed: 2 };
    expect(simulatePower(spread ?? never(), plan, 300)).toBeLessThan(0.065);
  });

  test("says nothing about more attempts", () => {
    expect(spread?.perAttempt).toBeUndefined();
  });
});

describe("repeated attempts", () => {
  const random = createRandom(20261129, 5);

  /** Every answer is a coin: all of the variance comes from attempts. */
  function coins(attempts: number): TrialSpec[] {
    return Array.from({ length: 300 }, (_, at) =>
      ["a", "b"].flatMap((model) =>
        Array.from({ length: attempts }, (__, attempt): TrialSpec => {
          const result = random() % 2 === 0 ? "passed" : "failed";
          return { case: `f${at}`, model, attempt: attempt + 1, result };
        }),
      ),
    ).flat();
  }

  test("variance is told apart: coins vary between attempts, not between cases", () => {
    const spread = spreadOf(coins(4), 4);
    expect(spread?.perAttempt).toBeCloseTo(0.5, 1);
    expect(spread?.between).toBeLessThan(0.05);
  });

  test("twice the attempts, half the cases", () => {
    const spread = spreadOf(coins(4), 4) ?? never();
    const cases = (attempts: number) =>
      simulateCases(spread, { difference: 0.1, attempts, seed: 1 }, 0.8) ?? 0;
    expect(varianceWith(spread, 1)).toBeGreaterThan(1.8 * varianceWith(spread, 2) - 0.1);
    expect(cases(1) / cases(2)).toBeGreaterThan(1.6);
  });
});

test("a run of one model plans its training; one without prompts or models plans nothing", () => {
  const own = independentRun().map((spec): TrialSpec => {
    return { ...spec, model: "m", variant: spec.model === "a" ? "trained" : "untrained-kurz" };
  });
  expect(spreadOf(own)?.what).toContain("geschult");
  expect(spreadOf([{ case: "a", model: "m" }])).toBeUndefined();
  expect(spreadOf([])).toBeUndefined();
});

function never(): never {
  throw new Error("no spread");
}
