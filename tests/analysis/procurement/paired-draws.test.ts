import { describe, expect, test } from "vitest";
import { measureRun, type MeasuredRun } from "../../../analysis/measured-run.ts";
import { drawPaired } from "../../../analysis/procurement/paired-draws.ts";
import { readVerdicts } from "../../../analysis/read-verdicts.ts";
import { quantile } from "../../../analysis/statistics/quantile.ts";
import { createRandom } from "../../../analysis/statistics/random.ts";
import { buildRun, type TrialSpec } from "../build-run.ts";

function measured(trials: readonly TrialSpec[]): MeasuredRun {
  const records = buildRun({ trials });
  return measureRun(records.manifest, readVerdicts(records));
}

const trial = (model: string, at: number, passed: boolean): TrialSpec => ({
  model,
  case: `fall-${at}`,
  result: passed ? "passed" : "failed",
});

test("models that did the same on every case stay the same in every draw", () => {
  const trials = ["a", "b"].flatMap((model) =>
    Array.from({ length: 20 }, (_, at) => trial(model, at, at % 3 === 0)),
  );
  const run = measured(trials);
  const [a, b] = [...drawPaired(run, run.cells).values()];
  expect(a).toEqual(b);
  expect(new Set(a).size).toBeGreaterThan(3);
});

describe("all cases alike", () => {
  test("the 2.5 % of the draws of 50 of 50 is the exact bound", () => {
    const run = measured(Array.from({ length: 50 }, (_, at) => trial("a", at, true)));
    const [draws] = [...drawPaired(run, run.cells).values()];
    // 0.025^(1/50) = 0.92888
    expect(quantile(draws?.toSorted() ?? [], 0.025)).toBeCloseTo(0.92888, 2);
  });

  test("none of 50 is not zero risk", () => {
    const run = measured(Array.from({ length: 50 }, (_, at) => trial("a", at, false)));
    const [draws] = [...drawPaired(run, run.cells).values()];
    expect(quantile(draws?.toSorted() ?? [], 0.975)).toBeCloseTo(0.07112, 2);
  });
});

test("95 % intervals of the draws cover the true rate on average in at least 93 of 100 runs", () => {
  const random = createRandom(7, 1);
  let covered = 0;
  const rates = [0.2, 0.4, 0.6, 0.8];
  const repeats = 40;
  for (const rate of rates) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const trials = Array.from({ length: 30 }, (_, at) =>
        trial("a", at, random() / 2 ** 32 < rate),
      );
      const run = measured(trials);
      const [draws] = [...drawPaired(run, run.cells).values()];
      const sorted = draws?.toSorted() ?? [];
      if (quantile(sorted, 0.025) <= rate && rate <= quantile(sorted, 0.975)) covered += 1;
    }
  }
  expect(covered / (rates.length * repeats)).toBeGreaterThanOrEqual(0.93);
});
