import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { RunRecords } from "../../analysis/run-records.ts";
import { cardSchema } from "../../core/card.ts";
import { findingsSchema } from "../../core/findings.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";
import { mixedRun } from "./mixed-run.ts";

function bytesOf(records: RunRecords): string {
  return JSON.stringify(analyse(records));
}

describe("a run with everything in it", () => {
  const records = mixedRun();
  const { findings, cards } = analyse(records);

  test("fits the schemas", () => {
    expect(findingsSchema.parse(findings)).toEqual(findings);
    expect(cards.map((card) => cardSchema.parse(card))).toEqual(cards);
  });

  test("is what it was: a changed number has to be meant (vitest -u)", async () => {
    const { failures } = findings;
    const shown = { ...findings, failures: failures.slice(0, 3), failed: failures.length };
    await expect(`${JSON.stringify(shown, undefined, 1)}\n`).toMatchFileSnapshot(
      "../golden/analysis/mixed-run.json",
    );
  });

  test("has every kind of row", () => {
    // A run in which every number can be known needs no notice; this one holds no texts of cases.
    const absent = ["notices", "protection"];
    const empty = Object.entries(findings).filter(
      ([name, rows]) => !absent.includes(name) && Array.isArray(rows) && rows.length === 0,
    );
    expect(empty).toEqual([]);
  });

  test("the order of the lines does not matter, to the byte", () => {
    const expected = bytesOf(records);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...records.trials], { minLength: records.trials.length }),
        fc.shuffledSubarray([...records.scores], { minLength: records.scores.length }),
        (trials, scores) => {
          expect(bytesOf({ ...records, trials, scores })).toBe(expected);
        },
      ),
      { seed: 1, numRuns: 4 },
    );
  });

  test("every interval holds its value, every number is a number", () => {
    const rows = [
      ...findings.rates,
      ...findings.styleRates,
      ...findings.gains,
      ...findings.exposure,
      ...findings.leaks,
      ...findings.comparisons.map((row) => ({ ...row, value: row.difference })),
      ...findings.hygienePrice.map((row) => ({ ...row, value: row.difference })),
    ];
    for (const { value, low, high, method } of rows) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(high).toBeGreaterThan(low);
      expect(method).not.toBe("");
    }
    expect(JSON.stringify(findings)).not.toContain("null");
  });

  test("another seed moves intervals, not values", () => {
    const other = analyse({ ...records, manifest: { ...records.manifest, seed: 2 } }).findings;
    expect(other.rates.map(({ value }) => value)).toEqual(findings.rates.map(({ value }) => value));
    expect(other.rates).not.toEqual(findings.rates);
  });
});

describe("thin runs give true findings and do not throw", () => {
  test("no trials", () => {
    const { findings, cards } = analyse(buildRun({ trials: [] }));
    expect(findings.run).toMatchObject({ plannedTrials: 0, completedTrials: 0, failedTrials: 0 });
    expect(findings).toMatchObject({ rates: [], comparisons: [], gains: [], verdicts: [] });
    expect(cards).toEqual([]);
  });

  test("no answer at all: counted, and no rate", () => {
    const trials: TrialSpec[] = ["a", "b"].map((id) => ({ case: id, result: "no-answer" }));
    const { findings } = analyse(buildRun({ trials }));
    expect(findings.run).toMatchObject({ completedTrials: 0, failedTrials: 2 });
    expect(findings.rates).toEqual([]);
    expect(findings.suiteResults).toEqual([]);
    expect(findings.answering).toEqual([]);
    expect(findings.verdicts[0]).toMatchObject({ trials: 2, passed: 0, infrastructure: 2 });
  });

  test("one case: numbers that claim next to nothing", () => {
    const trials = ["a", "b"].flatMap((model, at) => series({ model }, { passed: 1 - at, of: 1 }));
    const { rates, comparisons } = analyse(buildRun({ trials })).findings;
    expect(rates[0]).toMatchObject({ n: 1, value: 1, high: 1 });
    expect(rates[0]?.low).toBeLessThan(0.25);
    expect(comparisons[0]).toMatchObject({ n: 1, difference: 1, p: 1, distinguishable: false });
    expect(comparisons[0]?.low).toBeLessThan(-0.9);
  });

  test("two models without a common case are not compared", () => {
    const trials: TrialSpec[] = [
      { case: "a", model: "x" },
      { case: "b", model: "y" },
    ];
    expect(analyse(buildRun({ trials })).findings.comparisons).toEqual([]);
  });

  test("a case and a model that the manifest does not name are analysed", () => {
    const trials = series({ model: "neu" }, { passed: 2, of: 3 });
    const { findings } = analyse(buildRun({ trials, manifest: { models: [] } }));
    expect(findings.models.map(({ id }) => id)).toEqual(["neu"]);
    expect(findings.suites[0]).toMatchObject({ cases: 3 });
    expect(findings.rates[0]).toMatchObject({ n: 3, passed: 2 });
  });
});

describe("models", () => {
  test("the best with the trained prompt first, baselines last, ties by id", () => {
    const trials = [
      ...series({ model: "baseline:reference", variant: "none" }, { passed: 10, of: 10 }),
      ...series({ model: "z" }, { passed: 5, of: 10 }),
      ...series({ model: "b" }, { passed: 5, of: 10 }),
      ...series({ model: "a" }, { passed: 2, of: 10 }),
      ...series({ model: "a", variant: "untrained-kurz" }, { passed: 10, of: 10 }),
      ...series({ model: "nur-ungeschult", variant: "untrained-kurz" }, { passed: 9, of: 10 }),
    ];
    const { models } = analyse(buildRun({ trials })).findings;
    expect(models.map(({ id, kind }) => [id, kind])).toEqual([
      ["b", "model"],
      ["z", "model"],
      ["a", "model"],
      ["nur-ungeschult", "model"],
      ["baseline:reference", "baseline"],
    ]);
  });
});
