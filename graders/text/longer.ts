/** A copy of numbers with room for twice as many, or for `least` if that is more; zeros stand behind them. */
export function longer(numbers: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(least, 2 * numbers.length));
  copy.set(numbers);
  return copy;
}
