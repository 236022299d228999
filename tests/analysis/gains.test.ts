import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Findings, Gain } from "../../core/findings.ts";
import { createRandom } from "../../analysis/statistics/random.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function findingsOf(trials: readonly TrialSpec[]): Findings {
  return analyse(buildRun({ trials })).findings;
}

function gain(findings: Findings, kind: Gain["kind"], suite = "alle", small = "S"): Gain {
  const row = findings.gains.find(
    (found) => found.kind === kind && found.suite === suite && found.small === small,
  );
  if (row === undefined) throw new Error(`no ${kind}`);
  return row;
}

describe("five quantities from known rates", () => {
  // S: trained 12, untrained 4; L: trained 16, untrained 10; of 20.
  const rates: [string, string, number][] = [
    ["S", "trained", 12],
    ["S", "untrained-kurz", 4],
    ["L", "trained", 16],
    ["L", "untrained-kurz", 10],
  ];
  const trials = rates.flatMap(([model, variant, passed]) =>
    series({ model, variant }, { passed, of: 20 }),
  );
  const findings = findingsOf([
    ...trials,
    ...series({ model: "baseline:copy", variant: "none" }, { passed: 0, of: 20 }),
  ]);

  test.each([
    ["training-gain", 0.4],
    ["model-gain", 0.3],
    ["decision-contrast", 0.1],
    ["trained-model-gain", 0.3],
    ["interaction", -0.1],
  ] as const)("%s is %d", (kind, value) => {
    for (const suite of ["alle", "s"]) {
      const row = gain(findings, kind, suite);
      expect(row).toMatchObject({ n: 20, value: expect.closeTo(value, 10) as number });
      expect(row.low).toBeLessThan(value);
      expect(row.high).toBeGreaterThan(value);
      expect(row.large).toBe(kind === "training-gain" ? undefined : "L");
    }
  });

  test("L has a training gain of its own, baselines none", () => {
    expect(gain(findings, "training-gain", "s", "L").value).toBeCloseTo(0.3, 10);
    expect(findings.gains.some(({ small }) => small.startsWith("baseline"))).toBe(false);
  });

  test("transfer says how far the gains lie apart", () => {
    expect(findings.transfer).toEqual(
      ["alle", "s"].map((suite) => ({
        suite,
        models: ["L", "S"],
        smallestGain: 0.3,
        largestGain: 0.4,
        holds: true,
      })),
    );
  });

  test("missing pairs: only the cases that every term has", () => {
    const fewer = trials.filter(
      (spec) => !(spec.model === "L" && spec.variant !== "trained" && spec.case > "fall-0015"),
    );
    const partial = findingsOf(fewer);
    expect(gain(partial, "training-gain", "s").n).toBe(20);
    expect(gain(partial, "model-gain", "s")).toMatchObject({ n: 15 });
    expect(gain(partial, "model-gain", "s").value).toBeCloseTo(6 / 15, 10);
    expect(gain(partial, "interaction", "s").n).toBe(15);
  });

  test("one model: its gain, no pair and no transfer", () => {
    const alone = findingsOf(trials.filter(({ model }) => model === "S"));
    expect(alone.gains.map(({ kind }) => kind)).toEqual(["training-gain", "training-gain"]);
    expect(alone.transfer).toEqual([]);
  });
});

describe("several suites", () => {
  const part = (suite: string, model: string): TrialSpec[] => [
    ...series({ suite, model }, { passed: 8, of: 12 }),
    ...series({ suite, model, variant: "untrained-vage" }, { passed: 4, of: 12 }),
  ];

  test("a model on one suite of several has no row over all", () => {
    const findings = findingsOf([...part("s", "S"), ...part("s", "L"), ...part("t", "L")]);
    const over = findings.gains.filter(({ suite }) => suite === "alle");
    expect(over.map(({ kind, small }) => [kind, small])).toEqual([["training-gain", "L"]]);
    expect(findings.transfer.map(({ suite }) => suite)).toEqual(["s"]);
  });

  test("L is the same model in every suite", () => {
    const findings = findingsOf([
      ...series({ suite: "s", model: "A" }, { passed: 12, of: 12 }),
      ...series({ suite: "s", model: "B" }, { passed: 2, of: 12 }),
      ...series({ suite: "t", model: "A" }, { passed: 5, of: 12 }),
      ...series({ suite: "t", model: "B" }, { passed: 7, of: 12 }),
      ...["s", "t"].flatMap((suite) =>
        ["A", "B"].flatMap((model) =>
          series({ suite, model, variant: "untrained-kurz" }, { passed: 3, of: 12 }),
        ),
      ),
    ]);
    const contrasts = findings.gains.filter(({ kind }) => kind === "decision-contrast");
    expect(contrasts.map(({ suite, small, large }) => [suite, small, large])).toEqual([
      ["alle", "B", "A"],
      ["s", "B", "A"],
      ["t", "B", "A"],
    ]);
  });
});

describe("runs made to a known truth", () => {
  /** Case difficulty is shared by all models and variants, as in a real run. */
  function simulate(rates: Record<string, number>, seed: number, cases = 60): TrialSpec[] {
    const random = createRandom(seed, 1);
    const uniform = (): number => random() / 2 ** 32;
    return Array.from({ length: cases }, (_, at) => ({ at, ease: uniform() })).flatMap(
      ({ at, ease }) =>
        Object.entries(rates).map(([name, rate]): TrialSpec => {
          const [model = "", variant = ""] = name.split(" ");
          const luck = uniform() < 0.5 ? ease : uniform();
          const result = luck < rate ? "passed" : "failed";
          return { case: `f-${at}`, model, variant, result };
        }),
    );
  }

  test("training matters: the decision contrast lies above 0", () => {
    const findings = findingsOf(
      simulate(
        {
          "S trained": 0.8,
          "S untrained-kurz": 0.3,
          "L trained": 0.85,
          "L untrained-kurz": 0.4,
        },
        1,
      ),
    );
    expect(gain(findings, "decision-contrast").low).toBeGreaterThan(0);
    expect(gain(findings, "training-gain").low).toBeGreaterThan(0);
    expect(findings.transfer[0]?.holds).toBe(true);
  });

  test("the model matters: the decision contrast lies below 0", () => {
    const findings = findingsOf(
      simulate(
        {
          "S trained": 0.25,
          "S untrained-kurz": 0.2,
          "L trained": 0.85,
          "L untrained-kurz": 0.8,
        },
        2,
      ),
    );
    expect(gain(findings, "decision-contrast").high).toBeLessThan(0);
    expect(gain(findings, "model-gain").low).toBeGreaterThan(0);
    expect(findings.transfer[0]?.holds).toBe(false);
  });

  test("nothing differs: no finding in at least 95 of 100 runs", { timeout: 60_000 }, () => {
    const rates = Object.fromEntries(
      ["A trained", "A untrained-kurz", "B trained", "B untrained-kurz"].map((name) => [name, 0.5]),
    );
    const runs = Array.from({ length: 100 }, (_, seed) =>
      findingsOf(simulate(rates, 100 + seed, 30)),
    );
    const alarms = runs.filter(({ comparisons }) =>
      comparisons.some(({ kind, distinguishable }) => kind === "model" && distinguishable),
    );
    expect(alarms.length).toBeLessThanOrEqual(5);
    const excluded = runs.filter((findings) => {
      const { low, high } = gain(findings, "training-gain", "s", "A");
      return low > 0 || high < 0;
    });
    expect(excluded.length).toBeLessThanOrEqual(11);
  });
});
