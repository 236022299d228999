/**
 * Holm's step-down adjustment over a family of p-values, in the order they were given (Holm 1979):
 * the i-th smallest becomes the maximum over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎).
 *
 * @example
 * holm([0.01, 0.04, 0.03]); // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted: number[] = pValues.map(() => 1);
  let largest = 0;
  pValues
    .map((p, index) => ({ p, index }))
    .toSorted((a, b) => a.p - b.p)
    .forEach(({ p, index }, rank) => {
      largest = Math.max(largest, Math.min(1, (pValues.length - rank) * p));
      adjusted[index] = largest;
    });
  return adjusted;
}
