import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Reliability } from "../../core/findings.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

/** `"110"`: passed, passed, failed; `-` for an attempt without an answer. */
function attempts(id: string, results: string, spec: Partial<TrialSpec> = {}): TrialSpec[] {
  const meanings = { "1": "passed", "0": "failed", "-": "no-answer" } as const;
  return Array.from(results).map((sign, at) => ({
    ...spec,
    case: id,
    attempt: at + 1,
    result: meanings[sign as keyof typeof meanings],
  }));
}

function reliabilityOf(trials: readonly TrialSpec[], count: number): Reliability[] {
  return analyse(buildRun({ trials, manifest: { attempts: count } })).findings.reliability;
}

describe("reliability", () => {
  test("pass@k, pass^k and flips", () => {
    const trials = [
      ...attempts("a", "111"),
      ...attempts("b", "101"),
      ...attempts("c", "000"),
      ...attempts("d", "010"),
    ];
    const [row] = reliabilityOf(trials, 3);
    expect(row).toMatchObject({
      attempts: 3,
      n: 4,
      incomplete: 0,
      once: { value: 0.75, method: expect.stringContaining("Wilson") as string },
      always: { value: 0.25 },
      flips: 2,
    });
    expect(row?.once.low).toBeCloseTo(0.300642, 5);
    expect(row?.once.high).toBeCloseTo(0.954413, 5);
    // Shares 1, 2/3, 0, 1/3: within (0 + 1/3 + 0 + 1/3) / 4, spread 5/27 less a third of it.
    expect(row?.withinVariance).toBeCloseTo(1 / 6, 10);
    expect(row?.betweenVariance).toBeCloseTo(5 / 27 - 1 / 18, 10);
  });

  test("a case without all its attempts is left out and counted", () => {
    const [row] = reliabilityOf([...attempts("a", "11"), ...attempts("b", "1-")], 2);
    expect(row).toMatchObject({ n: 1, incomplete: 1, always: { value: 1 } });
    expect(row).not.toHaveProperty("withinVariance");
  });

  test("styles count by themselves, the case is their mean", () => {
    const trials = [
      ...attempts("a", "11", { variant: "untrained-kurz" }),
      ...attempts("a", "10", { variant: "untrained-vage" }),
      ...attempts("b", "00", { variant: "untrained-kurz" }),
      ...attempts("b", "00", { variant: "untrained-vage" }),
    ];
    expect(reliabilityOf(trials, 2)[0]).toMatchObject({
      variant: "untrained",
      n: 2,
      once: { value: 0.5 },
      always: { value: 0.25 },
      flips: 0.5,
    });
  });

  test("nothing with one attempt, nor for a baseline that answers once", () => {
    expect(reliabilityOf(attempts("a", "1"), 1)).toEqual([]);
    const trials = [...attempts("a", "10"), { case: "a", model: "baseline:copy", variant: "none" }];
    expect(reliabilityOf(trials, 2).map(({ model }) => model)).toEqual(["m"]);
  });

  test("steady answers have no variance between attempts", () => {
    const [row] = reliabilityOf([...attempts("a", "11"), ...attempts("b", "00")], 2);
    expect(row).toMatchObject({ withinVariance: 0, betweenVariance: 0.5, flips: 0 });
  });
});
