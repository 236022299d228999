/** The p-quantile (0..1) of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError("quantile of nothing");
  return below + (above - below) * (at - Math.floor(at));
}

/** As {@link quantile}, of numbers in any order, which it moves about; quicker than sorting them. */
export function selectQuantile(values: Float64Array, p: number): number {
  if (values.length === 0) throw new RangeError("quantile of nothing");
  const at = (values.length - 1) * p;
  const place = Math.floor(at);
  const below = selectPlace(values, place);
  if (at === place) return below;
  let above = Infinity;
  for (let right = place + 1; right < values.length; right += 1) {
    above = Math.min(above, values[right] ?? Infinity);
  }
  return below + (above - below) * (at - place);
}

/** Moves the value that sorting would put at `place` there, smaller ones before it (Hoare 1961). */
function selectPlace(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const kept = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place] ?? 0;
}

/** Arithmetic mean of at least one number. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("mean of nothing");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
