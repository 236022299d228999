import { describe, expect, test } from "vitest";
import { discordanceOf, planCases, planDifference } from "../../../analysis/power/plan-mcnemar.ts";
import { mcnemarPower } from "../../../analysis/statistics/mcnemar-power.ts";

describe("how often only one passes", () => {
  test("independent: the product of both rates; on the same cases: the difference alone", () => {
    const pair = { rate: 0.6, difference: 0.1 };
    const independent = discordanceOf({ ...pair, agreement: "independent" });
    expect(independent.onlyA).toBeCloseTo(0.7 * 0.4, 12);
    expect(independent.onlyB).toBeCloseTo(0.3 * 0.6, 12);
    expect(discordanceOf({ ...pair, agreement: "same-cases" })).toEqual({ onlyA: 0.1, onlyB: 0 });
  });

  test.each(["independent", "medium", "same-cases"] as const)(
    "the difference stays: %s",
    (agreement) => {
      const { onlyA, onlyB } = discordanceOf({ rate: 0.3, difference: 0.2, agreement });
      expect(onlyA - onlyB).toBeCloseTo(0.2, 12);
    },
  );
});

test("cases and difference are two sides of one plan", () => {
  const pair = { rate: 0.6, agreement: "medium" as const };
  const cases = planCases({ ...pair, difference: 0.1 }, { power: 0.8 }) ?? 0;
  expect(mcnemarPower(cases, discordanceOf({ ...pair, difference: 0.1 }))).toBeGreaterThanOrEqual(
    0.8,
  );
  expect(planDifference(cases, pair, { power: 0.8 })).toBeCloseTo(0.1, 2);
});

test("what cannot be shown is absent", () => {
  expect(planDifference(5, { rate: 0.6, agreement: "medium" }, { power: 0.8 })).toBeUndefined();
  expect(
    planCases({ rate: 0.5, difference: 0.001, agreement: "independent" }, { power: 0.8 }),
  ).toBeUndefined();
});
