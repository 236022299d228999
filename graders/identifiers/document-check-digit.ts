/**
 * Check digit of travel documents (ICAO 9303): A = 10 … Z = 35, `<` = 0, weights 7, 3, 1 in turn,
 * sum modulo 10.
 *
 * @example documentCheckDigit("L01X00T47") // 1
 */
export function documentCheckDigit(text: string): number {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    sum += characterValue(text.charAt(place)) * (weights[place % 3] ?? 0);
  }
  return sum % 10;
}

/** True when the last character is the check digit of those before it; `<` stands for 0. */
export function endsWithCheckDigit(text: string): boolean {
  const check = text.at(-1) === "<" ? "0" : text.at(-1);
  return check === String(documentCheckDigit(text.slice(0, -1)));
}

const weights = [7, 3, 1];

function characterValue(character: string): number {
  return character === "<" ? 0 : Number.parseInt(character, 36);
}
