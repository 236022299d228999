import { isDigit } from "./digit-runs.ts";
import type { Span } from "./finding.ts";
import { isOfGroup, type Units } from "./group-units.ts";
import { hasFewDigits, shortestIban } from "./iban-countries.ts";

/** Letters and digits of the shortest numbers that are looked for: serials, doctors. */
export const shortestNumber = 9;

/**
 * Could a stretch hold one of the numbers that are read without their gaps? Nearly all of them have nine digits
 * and more. With fewer there are but some foreign IBANs, serials in one group, and what only a label tells.
 */
export function mayHoldNumber(
  units: Units,
  stretch: Span,
  isLabelled: (stretch: Span) => boolean,
): boolean {
  const { start, end } = stretch;
  let [count, digits, inGroup, longestGroup] = [0, 0, 0, 0];
  let [first, second] = [0, 0];
  let isForeign = false;
  for (let at = start; at < end; at += 1) {
    const code = units[at] ?? 0;
    // Beyond Latin-1, one character may become many.
    if (code > 0xff) return true;
    if (!isOfGroup(units, at)) {
      inGroup = 0;
      continue;
    }
    count += code < 0x80 ? 1 : 2;
    inGroup += 1;
    if (inGroup > longestGroup) longestGroup = inGroup;
    if (isDigit(code)) {
      digits += 1;
      // Without its mark, another letter may be one of a country.
      isForeign ||= (first | second) >= 0x80 || hasFewDigits(first, second);
    }
    first = second;
    second = code;
  }
  if (digits >= shortestNumber) return true;
  if (isForeign && count >= shortestIban) return true;
  return count >= shortestNumber && (longestGroup >= shortestNumber || isLabelled(stretch));
}
