import { expect, test } from "vitest";
import { mcnemarLossP, mcnemarP } from "../../../analysis/statistics/mcnemar.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("mcnemar") as { aOnly: number; bOnly: number; p: number }[])(
  "$aOnly against $bOnly, as statsmodels",
  ({ aOnly, bOnly, p }) => {
    expect(mcnemarP(aOnly, bOnly) / p).toBeCloseTo(1, 9);
    expect(mcnemarP(bOnly, aOnly)).toBe(mcnemarP(aOnly, bOnly));
  },
);

test.each([
  [10, 2, 0.038574],
  [8, 1, 0.039062],
  [15, 5, 0.041389],
  [0, 6, 0.03125],
  [5, 5, 1],
  [8, 4, 0.387695],
])("%d against %d, as in the reference", (a, b, p) => {
  expect(Math.abs(mcnemarP(a, b) - p)).toBeLessThan(1e-6);
});

test.each(readVectors("mcnemar-loss") as { lost: number; won: number; p: number }[])(
  "one-sided, $lost lost and $won won, as scipy's binomtest",
  ({ lost, won, p }) => {
    expect(mcnemarLossP(lost, won) / p).toBeCloseTo(1, 9);
  },
);
