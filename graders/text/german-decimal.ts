/** From here on digits are grouped. */
const firstGrouped = 1000;

/**
 * A number above 0 as it is written in German, rounded to so many decimals: `9,25`. As `Intl.NumberFormat`
 * writes it, which rounds the shortest decimal of a number, halves up; undefined for numbers that
 * only it can write.
 *
 * @example
 * germanDecimal(1.005, 2); // "1,01"
 */
export function germanDecimal(value: number, decimals: number): string | undefined {
  if (!(value > 0 && value < firstGrouped)) return undefined;
  const parts = 10 ** decimals;
  let rounded = Math.round(value * parts);
  // The product may be a little off; whether a half is reached is decided by the number itself.
  if (value >= (2 * rounded + 1) / (2 * parts)) rounded += 1;
  else if (value < (2 * rounded - 1) / (2 * parts)) rounded -= 1;
  const whole = Math.floor(rounded / parts);
  if (whole >= firstGrouped) return undefined;
  const rest = rounded - whole * parts;
  return rest === 0 ? String(whole) : `${whole},${decimalsOf(rest, decimals)}`;
}

/** Without zeros at the end. */
function decimalsOf(rest: number, decimals: number): string {
  let shown = rest;
  let digits = decimals;
  while (shown % 10 === 0) {
    shown /= 10;
    digits -= 1;
  }
  return String(shown).padStart(digits, "0");
}
