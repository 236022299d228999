import { expect, test } from "vitest";
import {
  criticalNoise,
  falseAlarm,
  worstFalseAlarm,
} from "../../../analysis/gate/critical-noise.ts";
import { failuresNeeded } from "../../../analysis/gate/judge-critical.ts";
import { readVectors } from "../statistics/read-vectors.ts";

interface AlarmRow {
  before: number;
  after: number;
  needed: number;
  atTwoPercent: number;
  atTenPercent: number;
  worst: number;
}

test.each(readVectors("critical-alarm") as AlarmRow[])(
  "$before attempts before, $needed of $after failing, as scipy",
  ({ before, after, needed, atTwoPercent, atTenPercent, worst }) => {
    const asking = { before, after, needed };
    expect(falseAlarm(asking, 0.02)).toBeCloseTo(atTwoPercent, 12);
    expect(falseAlarm(asking, 0.1)).toBeCloseTo(atTenPercent, 12);
    expect(worstFalseAlarm(asking)).toBeCloseTo(worst, 9);
    expect(failuresNeeded(after)).toBe(needed);
  },
);

test("ten cases asked three times, and ten asked so often that any flip rate is safe", () => {
  const ten = (before: number, after: number) =>
    Array.from({ length: 10 }, () => ({ before, after, needed: failuresNeeded(after) }));
  const usual = criticalNoise(ten(3, 3), 0.01);
  expect(usual.atTwoPercent).toBeCloseTo(0.01114, 4);
  expect(usual.worst).toBeCloseTo(0.7746, 3);
  expect(usual.tolerable).toBeCloseTo(0.018, 3);
  const often = criticalNoise(ten(10, 5), 0.01);
  expect(often.worst).toBeLessThan(0.01);
  expect(often.tolerable).toBe(1);
  expect(criticalNoise([], 0.01)).toEqual({ cases: 0, worst: 0, atTwoPercent: 0, tolerable: 1 });
});
