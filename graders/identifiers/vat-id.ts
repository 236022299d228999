import { hasCueNear, hasLabel } from "./cue.ts";
import { finding, type Finding } from "./finding.ts";
import { mod1110CheckDigit } from "./mod-11-10.ts";
import { formPattern, formsIn } from "./number-forms.ts";
import type { Reading } from "./reading.ts";

/**
 * Umsatzsteuer-Identifikationsnummer (§ 27a UStG): `DE` and nine digits, the first not 0, MOD
 * 11,10. The check digit is not officially published: a failed check is a hint, not a proof.
 *
 * @example isVatId("DE136695976") // true
 */
export function isVatId(text: string): boolean {
  return /^DE[1-9]\d{8}$/u.test(text) && mod1110CheckDigit(text.slice(2, 10)) === Number(text[10]);
}

/** Finds `DE` with nine digits in any grouping. */
export function findVatIds(reading: Reading): Finding[] {
  return formsIn(reading.compact(), vatForm).map(({ value, start, end }) => {
    const number = value.toUpperCase();
    const passed = isVatId(number);
    const place = { start, end };
    const cue = passed
      ? hasCueNear(reading, place, { family: "vat-id", before: 60 })
      : hasLabel(reading, place, "vat-id");
    const checksum = passed ? "passed" : "failed";
    return finding({ kind: "vat-id", ...place, checksum, cue, value: number });
  });
}

const vatForm = formPattern("d e N9");
