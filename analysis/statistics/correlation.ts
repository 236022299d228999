import { mean } from "./quantile.ts";

/** Pearson's correlation of pairs; `undefined` when either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  if (pairs.length < 2) return undefined;
  const [centreX, centreY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - centreX) ** 2;
    yy += (y - centreY) ** 2;
    xy += (x - centreX) * (y - centreY);
  }
  if (xx < 1e-18 || yy < 1e-18) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
