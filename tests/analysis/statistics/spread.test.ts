import { describe, expect, test } from "vitest";
import { clusteredError, isConstant } from "../../../analysis/statistics/spread.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("clustered-error") as { suites: number[][]; error: number }[])(
  "clustered standard error as statsmodels gives it: $error",
  ({ suites, error }) => {
    expect(clusteredError(suites)).toBeCloseTo(error, 10);
  },
);

describe("without variance there is no standard error, not one of 0", () => {
  test.each([[[]], [[[0.5]]], [[[1, 1, 1]]], [[[1, 0, 1], [0]]]])("%j", (suites) => {
    expect(clusteredError(suites)).toBeUndefined();
  });

  test("noise of floating point is no variance", () => {
    expect(isConstant([1 / 3, 1 - 2 / 3])).toBe(true);
  });
});
