import type { Comparison, Gain, Rate } from "../core/findings.ts";
import type { IntervalCheck } from "../core/findings-interval-check.ts";
import { tidy } from "./estimate.ts";
import { intervalCheckText } from "./method-texts.ts";
import { studentQuantile } from "./statistics/distributions.ts";

/**
 * Holds every bootstrap interval that has a clustered standard error beside it against Student's t.
 * Intervals cut off at the end of their scale are left out: there the two have to differ.
 */
export function checkIntervals(
  rates: readonly Rate[],
  differences: readonly (Comparison | Gain)[],
): IntervalCheck {
  const rows = [
    ...rates.filter(({ low, high }) => low > 0 && high < 1),
    ...differences.filter(({ low, high }) => low > -1 && high < 1),
  ];
  const ratios = rows.flatMap(({ n, low, high, method, standardError }) => {
    if (standardError === undefined || !method.includes("Cluster-Bootstrap")) return [];
    return [(high - low) / 2 / (studentQuantile(0.975, Math.max(1, n - 1)) * standardError)];
  });
  return {
    rows: ratios.length,
    ...(ratios.length > 0 && {
      smallestRatio: tidy(Math.min(...ratios)),
      largestRatio: tidy(Math.max(...ratios)),
    }),
    deviating: ratios.filter((ratio) => ratio < 0.8 || ratio > 1.25).length,
    method: intervalCheckText,
  };
}
