/**
 * Check digit by ISO 7064 MOD 11,10 over a string of digits: the last digit of the
 * Steuer-Identifikationsnummer (§ 139b AO, § 1 StIdV) and of the USt-IdNr.
 */
export function mod1110CheckDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = (2 * (sum === 0 ? 10 : sum)) % 11;
  }
  return (11 - product) % 10;
}
