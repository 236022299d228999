import { counted } from "./counted.ts";
import { decimal, percent, percentRange, points, pointsRange } from "./numbers.ts";

/** What a number needs beside it: its 95 % interval and how many cases it rests on. */
interface Measured {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** `62% (interval 48% to 75%, n = 30)` */
export function measuredShare(rate: Measured & { readonly value: number }): string {
  return `${percent(rate.value)} (interval ${percentRange(rate.low, rate.high)}, ${sampleSize(rate.n)})`;
}

/** `+12 percentage points (interval −3 to +27, n = 30)` */
export function measuredDifference(difference: number, measured: Measured): string {
  const range = pointsRange(measured.low, measured.high);
  return `${percentagePoints(difference)} (interval ${range}, ${sampleSize(measured.n)})`;
}

/** `4.2 (interval 3.1 to 5.3, n = 14)` */
export function measuredMean(mean: Measured & { readonly value: number }): string {
  const range = `${decimal(mean.low)} to ${decimal(mean.high)}`;
  return `${decimal(mean.value)} (interval ${range}, ${sampleSize(mean.n)})`;
}

/** `+1 percentage point`, `−8 percentage points` */
export function percentagePoints(difference: number): string {
  const value = points(difference);
  return `${value}\u00a0${value === "+1" || value === "−1" ? "percentage point" : "percentage points"}`;
}

/** `7 of 10` */
export function outOf(part: number, n: number): string {
  return `${decimal(part)} of ${decimal(n)}`;
}

/** `7 of 10 cases`, `0 of 1 case` */
export function casesOutOf(part: number, n: number): string {
  return `${decimal(part)} of ${counted(n, "case")}`;
}

/** `n = 30` with spaces that never break. */
export function sampleSize(n: number): string {
  return `n\u00a0=\u00a0${decimal(n)}`;
}
