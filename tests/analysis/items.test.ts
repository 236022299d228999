import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

const variants = ["trained", "untrained-kurz", "untrained-kopie", "untrained-vage"];

/** Two strong and two weak models on twelve cases of rising difficulty, and the cases that are named. */
function trials(odd: Record<string, (model: string) => boolean>): TrialSpec[] {
  const strength: Record<string, number> = { stark: 9, gut: 8, mittel: 4, schwach: 3 };
  return Object.entries(strength).flatMap(([model, level]) =>
    variants.flatMap((variant) => [
      ...Array.from({ length: 12 }, (_, at): TrialSpec => {
        const result = at < level ? "passed" : "failed";
        return { case: `fall-${String(at).padStart(2, "0")}`, model, variant, result };
      }),
      ...Object.entries(odd).map(([id, passes]): TrialSpec => {
        return { case: id, model, variant, result: passes(model) ? "passed" : "failed" };
      }),
    ]),
  );
}

function items(specs: readonly TrialSpec[]) {
  return analyse(buildRun({ trials: specs })).findings.items;
}

describe("what answers say about cases", () => {
  const found = items(trials({ verdreht: (model) => model === "mittel" || model === "schwach" }));
  const row = (id: string) => found?.rows.find((item) => item.case === id);

  test("cases that all pass and that all fail", () => {
    expect(row("fall-00")).toMatchObject({ passed: 1, flag: "all-passed", n: 16 });
    expect(row("fall-11")).toMatchObject({ passed: 0, flag: "all-failed" });
    expect(row("fall-00")?.discrimination).toBeUndefined();
  });

  test("a case tells strong from weak", () => {
    expect(row("fall-06")?.discrimination).toBeGreaterThan(0.9);
    expect(row("fall-06")?.flag).toBeUndefined();
  });

  test("where the strong fail and the weak pass, the case is doubtful", () => {
    expect(row("verdreht")).toMatchObject({ flag: "doubtful", strong: 0, weak: 1 });
    expect(row("verdreht")?.discrimination).toBeLessThan(-0.9);
    expect(found).toMatchObject({ strong: ["stark", "gut"], weak: ["mittel", "schwach"] });
  });
});

test("one model says nothing about cases: a sentence, no rows", () => {
  const found = items([{ case: "a" }, { case: "b", result: "failed" }]);
  expect(found?.rows).toEqual([]);
  expect(found?.note).toMatch(/mindestens zwei Modellen/u);
});

test("few answers are no doubt about a case", () => {
  const found = items([
    { case: "a", model: "stark" },
    { case: "a", model: "schwach", result: "failed" },
    { case: "b", model: "stark" },
    { case: "b", model: "schwach" },
    { case: "c", model: "stark", result: "failed" },
    { case: "c", model: "schwach" },
  ]);
  expect(found?.rows.some(({ flag }) => flag === "doubtful")).toBe(false);
  expect(found?.rows.every(({ discrimination }) => discrimination === undefined)).toBe(true);
});
