import { countrySpecs, isValidIBAN } from "ibantools";
import type { CompactText, Form } from "./compact-text.ts";
import { hasCueNear, hasLabel } from "./cue.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * IBAN of any country that `ibantools` knows: length and form of the country, MOD 97 = 1, check
 * digits 02 to 98 (ISO 13616). Blanks and lower case are not accepted here.
 *
 * @example isIban("DE89370400440532013000") // true
 */
export function isIban(text: string): boolean {
  const checkDigits = Number(text.slice(2, 4));
  return checkDigits >= 2 && checkDigits <= 98 && isValidIBAN(text);
}

/**
 * Finds IBANs in any grouping. A German one that fails the check is a hint, with a label such as
 * „IBAN“ in front it counts; of other countries only right ones are found.
 */
export function findIbans(reading: Reading): Finding[] {
  const compact = reading.compact();
  return formStarts(compact).flatMap(({ value, start, end }) => {
    const number = value.toUpperCase();
    const passed = isIban(number);
    const german = /^DE\d{20}$/u.test(number);
    if (!passed && !german) return [];
    const place = { start, end };
    const cue = passed
      ? hasCueNear(reading, place, { family: "iban", before: 60 })
      : hasLabel(reading, place, "iban");
    const checksum = passed ? "passed" : "failed";
    return [finding({ kind: "iban", ...place, checksum, cue, value: number })];
  });
}

/** Units of the shortest IBAN of any country. */
const shortestIban = 15;

/** The country decides how many characters belong to the number. */
function formStarts(compact: CompactText): Form[] {
  if (compact.longest < shortestIban) return [];
  return Array.from(compact.text.matchAll(/(?=([a-z]{2}\d{2}[a-z0-9]{11,30}))/gu)).flatMap(
    ({ 1: rest = "", index }) => {
      const length = countrySpecs[rest.slice(0, 2).toUpperCase()]?.chars ?? 0;
      if (length === 0 || rest.length < length) return [];
      const end = index + length;
      if (!compact.isBorder(index) || !compact.isBorder(end)) return [];
      return [{ value: rest.slice(0, length), index, ...compact.sourceSpan(index, end) }];
    },
  );
}
