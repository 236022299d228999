import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { rankRanges } from "../../analysis/ranks.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function run(passed: Record<string, number>, of = 40): TrialSpec[] {
  return Object.entries(passed).flatMap(([model, count]) =>
    series({ model }, { passed: count, of }),
  );
}

describe("a rank table", () => {
  test("gives equal models the same rank and the chance of a coin", () => {
    const [table] = analyse(buildRun({ trials: run({ a: 20, b: 20 }) })).findings.ranks;
    expect(table?.models.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(table?.models.map(({ first }) => first)).toEqual([0.5, 0.5]);
    expect(table?.common).toBe(40);
  });

  test("orders what can be told apart, and only that", () => {
    const trials = run({ strong: 38, middle: 36, weak: 4 });
    const [table] = analyse(buildRun({ trials })).findings.ranks;
    expect(table?.models.map(({ model, best, worst }) => [model, best, worst])).toEqual([
      ["middle", 1, 2],
      ["strong", 1, 2],
      ["weak", 3, 3],
    ]);
    expect(table?.models.find(({ model }) => model === "weak")?.first).toBe(0);
  });

  test("does not exist for one model, nor for baselines", () => {
    const trials = [
      ...run({ one: 20 }),
      ...series({ model: "baseline:copy", variant: "none" }, { passed: 1, of: 40 }),
    ];
    expect(analyse(buildRun({ trials })).findings.ranks).toEqual([]);
  });

  test("has no probability where the models share no case", () => {
    const trials = [
      { model: "a", case: "nur-a" },
      { model: "b", case: "nur-b" },
    ];
    const [table] = analyse(buildRun({ trials })).findings.ranks;
    expect(table?.common).toBe(0);
    expect(table?.models.every(({ first }) => first === undefined)).toBe(true);
  });
});

test("whatever the comparisons say, two that were not told apart share a rank", () => {
  const names = ["a", "b", "c", "d", "e"];
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => ({ a, b })));
  const outcome = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(outcome, (signs) => {
      const verdicts = pairs.map((pair, at) => ({ ...pair, difference: signs[at] ?? 0 }));
      const ranges = rankRanges(
        names,
        verdicts.filter(({ difference }) => difference !== 0),
      );
      for (const { a, b, difference } of verdicts) {
        const [one, other] = [ranges.get(a), ranges.get(b)];
        if (one === undefined || other === undefined) throw new Error("lost a model");
        expect(one.best).toBeLessThanOrEqual(one.worst);
        if (difference !== 0) continue;
        expect(Math.max(one.best, other.best)).toBeLessThanOrEqual(
          Math.min(one.worst, other.worst),
        );
      }
    }),
    { seed: 8, numRuns: 400 },
  );
});
