/** How many of the numbers stand in rising order at most (longest non-falling subsequence). */
export function orderedCount(positions: readonly number[]): number {
  const tails: number[] = [];
  for (const position of positions) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    tails[low] = position;
  }
  return tails.length;
}
