import { countrySpecs } from "ibantools";

/** Letters of an IBAN that are followed by its check digits. */
const alphabetSize = 26;

/** Digits that other numbers have at least. */
const fewestDigits = 9;

/** For every two letters the characters of an IBAN of that country; 0 for no such country. */
const lengths = new Uint8Array(alphabetSize ** 2);
/** Of these, the countries whose account numbers may be mostly letters: 1. */
const fewDigits = new Uint8Array(alphabetSize ** 2);

for (const [country, { chars, bban_regexp: form }] of Object.entries(countrySpecs)) {
  const place = placeOf(country.charCodeAt(0), country.charCodeAt(1));
  lengths[place] = chars ?? 0;
  fewDigits[place] = digitsIn(form ?? "") < fewestDigits ? 1 : 0;
}

/** Digits that an account number of a form such as `^[A-Z]{4}[0-9]{5}[A-Z0-9]{18}$` has at least. */
function digitsIn(form: string): number {
  let count = 2;
  for (const [, digits = "1"] of form.matchAll(/\[0-9\](?:\{(\d+)\})?/gu)) count += Number(digits);
  return count;
}

/** Characters of the shortest IBAN. */
export const shortestIban = Math.min(...lengths.filter((length) => length > 0));

/** Characters of an IBAN of the country of two letters, given as units; 0 if there is none. */
export function ibanLength(first: number, second: number): number {
  return lengths[placeOf(first, second)] ?? 0;
}

/** Are there IBANs of the country of two letters, given as units, with fewer digits than other numbers have? */
export function hasFewDigits(first: number, second: number): boolean {
  return fewDigits[placeOf(first, second)] === 1;
}

/** -1 for what is no letter of the Latin alphabet. */
function placeOf(first: number, second: number): number {
  const [one, two] = [(first | 0x20) - 0x61, (second | 0x20) - 0x61];
  const isPair = one >= 0 && one < alphabetSize && two >= 0 && two < alphabetSize;
  return isPair ? one * alphabetSize + two : -1;
}
