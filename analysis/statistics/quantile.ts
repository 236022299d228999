/** The p-quantile (0..1) of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError("quantile of nothing");
  return below + (above - below) * (at - Math.floor(at));
}

/** Arithmetic mean of at least one number. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("mean of nothing");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
