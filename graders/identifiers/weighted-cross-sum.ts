/**
 * Multiplies digit by digit with the weights, adds the cross sums of the products and takes the
 * last digit: the check digit of VSNR (§ 2 (6) VKVV) and KVNR (§ 290 SGB V).
 */
export function weightedCrossSumDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, place) => {
    const product = weight * Number(digits[place]);
    return total + Math.trunc(product / 10) + (product % 10);
  }, 0);
  return sum % 10;
}

/** The place of a letter in the alphabet with two digits: A = 01 … Z = 26. */
export function letterPlace(letter: string): string {
  return String(letter.toUpperCase().charCodeAt(0) - 64).padStart(2, "0");
}
