import { counted } from "./counted.ts";
import { decimal, percent, percentRangeInWords, points, pointsRange } from "./numbers.ts";

/** What a number needs beside it: its 95 % interval and how many cases it rests on. */
interface Measured {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** `62 % (Intervall 48 bis 75 %, n = 30)` */
export function measuredShare(rate: Measured & { readonly value: number }): string {
  return `${percent(rate.value)} (Intervall ${percentRangeInWords(rate.low, rate.high)}, ${sampleSize(rate.n)})`;
}

/** `+12 Prozentpunkte (Intervall −3 bis +27, n = 30)` */
export function measuredDifference(difference: number, measured: Measured): string {
  const range = pointsRange(measured.low, measured.high);
  return `${percentagePoints(difference)} (Intervall ${range}, ${sampleSize(measured.n)})`;
}

/** `4,2 (Intervall 3,1 bis 5,3, n = 14)` */
export function measuredMean(mean: Measured & { readonly value: number }): string {
  const range = `${decimal(mean.low)} bis ${decimal(mean.high)}`;
  return `${decimal(mean.value)} (Intervall ${range}, ${sampleSize(mean.n)})`;
}

/** `+1 Prozentpunkt`, `−8 Prozentpunkte` */
export function percentagePoints(difference: number): string {
  const value = points(difference);
  return `${value}\u00a0${value === "+1" || value === "−1" ? "Prozentpunkt" : "Prozentpunkte"}`;
}

/** `7 von 10` */
export function outOf(part: number, n: number): string {
  return `${decimal(part)} von ${decimal(n)}`;
}

/** `7 von 10 Fällen`, `0 von 1 Fall` */
export function casesOutOf(part: number, n: number): string {
  return `${decimal(part)} von ${counted(n, "case", "dative")}`;
}

/** `n = 30` with spaces that never break. */
export function sampleSize(n: number): string {
  return `n\u00a0=\u00a0${decimal(n)}`;
}
