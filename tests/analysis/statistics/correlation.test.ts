import { expect, test } from "vitest";
import { correlation } from "../../../analysis/statistics/correlation.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("correlation") as { pairs: [number, number][]; value: number }[])(
  "as scipy.stats.pearsonr: $value",
  ({ pairs, value }) => {
    expect(correlation(pairs)).toBeCloseTo(value, 12);
  },
);

test("without variance there is none", () => {
  expect(correlation([[1, 2]])).toBeUndefined();
  expect(
    correlation([
      [1, 2],
      [1, 3],
    ]),
  ).toBeUndefined();
});
