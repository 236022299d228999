import { isValidIBAN } from "ibantools";
import { codeAt } from "../text/code-at.ts";
import type { CompactText } from "./compact-text.ts";
import { hasCueNear, hasLabel } from "./cue.ts";
import { finding, type Finding } from "./finding.ts";
import { ibanLength } from "./iban-countries.ts";
import { endOfForm, formAt, formPattern, type Form, type FormPattern } from "./number-forms.ts";
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
  const findings: Finding[] = [];
  for (const { value, start, end } of ibanForms(reading.compact())) {
    const number = value.toUpperCase();
    const passed = isIban(number);
    const german = /^DE\d{20}$/u.test(number);
    if (!passed && !german) continue;
    const place = { start, end };
    const cue = passed
      ? hasCueNear(reading, place, { family: "iban", before: 60 })
      : hasLabel(reading, place, "iban");
    const checksum = passed ? "passed" : "failed";
    findings.push(finding({ kind: "iban", start, end, checksum, cue, value: number }));
  }
  return findings;
}

/** The country decides how many characters belong to the number. */
function ibanForms(compact: CompactText): Form[] {
  const forms: Form[] = [];
  for (const start of compact.starts) {
    if (endOfForm(compact.text, start, beginning) < 0) continue;
    const length = ibanLength(codeAt(compact.text, start), codeAt(compact.text, start + 1));
    const end = start + length;
    if (length === 0 || endOfForm(compact.text, start + 4, restOf(length)) !== end) continue;
    if (compact.isBorder(end)) forms.push(formAt(compact, start, end));
  }
  return forms;
}

const beginning = formPattern("A2 N2");

const rests: FormPattern[] = [];

/** What stands behind the first four characters. */
function restOf(length: number): FormPattern {
  return (rests[length] ??= formPattern(`X${length - 4}`));
}
