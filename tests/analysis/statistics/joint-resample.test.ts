import { describe, expect, test } from "vitest";
import { jointMeans, shareFirst } from "../../../analysis/statistics/joint-resample.ts";
import { mean } from "../../../analysis/statistics/quantile.ts";

const options = { seed: 3, draws: 4000 };

describe("cases are drawn together for all models", () => {
  const a = [1, 0, 1, 1, 0, 1, 0, 1, 1, 1];
  const b = a.map((value) => value - 0.1);

  test("a constant lead stays a lead in every draw", () => {
    const [first, second] = jointMeans([{ stream: 1, rows: [a, b] }], options);
    for (let draw = 0; draw < options.draws; draw += 1) {
      expect((first?.[draw] ?? 0) - (second?.[draw] ?? 0)).toBeCloseTo(0.1, 9);
    }
    expect(shareFirst(jointMeans([{ stream: 1, rows: [a, b] }], options))).toEqual([1, 0]);
  });

  test("means have the mean of the sample and its standard error", () => {
    const [means] = jointMeans([{ stream: 1, rows: [a] }], options);
    const values = [...(means ?? [])];
    const centre = mean(values);
    const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
    expect(centre).toBeCloseTo(0.7, 1.5);
    expect(Math.abs(deviation - Math.sqrt((0.7 * 0.3) / 10))).toBeLessThan(0.006);
  });

  test("suites weigh the same and are drawn apart", () => {
    const [means] = jointMeans(
      [
        { stream: 1, rows: [[1, 1, 1]] },
        { stream: 2, rows: [[0, 0, 0, 0, 0, 0, 0]] },
      ],
      options,
    );
    expect(means?.every((value) => value === 0.5)).toBe(true);
  });
});

test("ties count in parts, and shares add up to 1", () => {
  const alike = [1, 0, 1, 0];
  const shares = shareFirst(
    jointMeans([{ stream: 1, rows: [alike, alike, [0, 0, 0, 0]] }], options),
  );
  expect(shares[0]).toBeCloseTo(shares[1] ?? 0, 12);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
