import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "../../../analysis/statistics/holm.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("holm") as { p: number[]; adjusted: number[] }[])(
  "$p, as statsmodels",
  ({ p, adjusted }) => {
    const own = holm(p);
    expect(own).toHaveLength(adjusted.length);
    own.forEach((value, at) => expect(value).toBeCloseTo(adjusted[at] ?? Number.NaN, 12));
  },
);

test("an empty family", () => {
  expect(holm([])).toEqual([]);
});

test("never below the p-value, never above 1, and in the same order", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
      const adjusted = holm(p);
      adjusted.forEach((value, at) => {
        expect(value).toBeGreaterThanOrEqual(p[at] ?? 0);
        expect(value).toBeLessThanOrEqual(1);
        adjusted.forEach((other, place) => {
          if ((p[at] ?? 0) < (p[place] ?? 0)) expect(value).toBeLessThanOrEqual(other);
        });
      });
    }),
    { seed: 1 },
  );
});
