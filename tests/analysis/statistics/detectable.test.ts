import { describe, expect, test } from "vitest";
import {
  casesToTell,
  leastDetectable,
  smallestDetectable,
} from "../../../analysis/statistics/detectable.ts";
import { mcnemarPower } from "../../../analysis/statistics/mcnemar-power.ts";

describe("the least that a number of cases can show", () => {
  test("five cases show nothing, six only a difference in nearly all", () => {
    expect(leastDetectable(5)).toBeUndefined();
    expect(leastDetectable(6)).toBeCloseTo(0.8 ** (1 / 6), 9);
  });

  test.each([12, 40, 100])("has 80 %% power in the exact test, %i cases", (n) => {
    const share = leastDetectable(n) ?? 0;
    expect(mcnemarPower(n, { onlyA: share, onlyB: 0 })).toBeCloseTo(0.8, 9);
  });
});

describe("the smallest difference this variance allows", () => {
  const values = [
    ...Array<number>(20).fill(1),
    ...Array<number>(10).fill(-1),
    ...Array<number>(70).fill(0),
  ];

  test("comes close to what the exact test finds", () => {
    const smallest = smallestDetectable([values]) ?? 0;
    const onlyA = 0.15 + smallest / 2;
    expect(mcnemarPower(100, { onlyA, onlyB: 0.3 - onlyA })).toBeGreaterThan(0.72);
    expect(mcnemarPower(100, { onlyA, onlyB: 0.3 - onlyA })).toBeLessThan(0.86);
  });

  test("without variance only the number of cases speaks", () => {
    expect(smallestDetectable([Array<number>(30).fill(0)])).toBe(leastDetectable(30));
    expect(casesToTell([Array<number>(30).fill(0.2)], 0.2)).toBeUndefined();
  });

  test("a quarter of the difference needs sixteen times the cases", () => {
    const many = casesToTell([values], 0.05) ?? 0;
    const few = casesToTell([values], 0.2) ?? 0;
    expect(many / few).toBeCloseTo(16, 0);
    expect(casesToTell([values], 0)).toBeUndefined();
  });
});
