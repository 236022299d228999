import { oneOf } from "../text/character-kinds.ts";
import { hasLabel } from "./cue.ts";
import type { CueFamily } from "./cue-starts.ts";
import { findForms, type DigitForm } from "./digit-form.ts";
import { finding, type Finding, type IdentifierKind } from "./finding.ts";
import { formPattern, formsIn, type FormPattern } from "./number-forms.ts";
import type { Reading } from "./reading.ts";

/**
 * Lebenslange Arztnummer: six digits, check digit, two digits of the field; weights 4 and 9 in turn.
 *
 * @example isDoctorNumber("135790001") // true
 */
export function isDoctorNumber(digits: string): boolean {
  if (!/^\d{9}$/u.test(digits)) return false;
  const sum = [4, 9, 4, 9, 4, 9].reduce(
    (total, weight, place) => total + weight * Number(digits[place]),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[6]);
}

/** Finds numbers that only their label tells from others: LANR, BSNR, Führerscheinnummer. */
export function findLabelledNumbers(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const { kind, form } of labelled) {
    for (const { value, start, end } of formsIn(reading.compact(), form)) {
      if (!hasLabel(reading, { start, end }, kind)) continue;
      const checksum = kind === "doctor-number" ? doctorCheck(value) : "none";
      findings.push(finding({ kind, start, end, checksum, cue: true, value: value.toUpperCase() }));
    }
  }
  return findings;
}

/** Finds entries of the commercial register; „HRB“ in front of a number is the cue. */
export function findRegisterNumbers(reading: Reading): Finding[] {
  return findForms(reading, registerForm).map(({ 0: found, index }) => {
    const place = { start: index, end: index + found.length };
    const value = found.replaceAll(/[ -]/gu, "");
    return finding({ kind: "register-number", ...place, checksum: "none", cue: true, value });
  });
}

export const registerForm: DigitForm = {
  pattern: /(?<![\p{L}\d])HR[AB][ -]?\d{2,6}(?![\p{L}\d])/uy,
  reach: 4,
  fits: (text, runs, at) => {
    const last = (runs[at] ?? 0) - 1;
    return isSection(text, isGap(text, last) ? last - 1 : last);
  },
};

const isGap = oneOf(" -");
const isSection = oneOf("AB");

const nineDigits = formPattern("N9");
const labelled: readonly {
  readonly kind: IdentifierKind & CueFamily;
  readonly form: FormPattern;
}[] = [
  { kind: "doctor-number", form: nineDigits },
  { kind: "practice-number", form: nineDigits },
  { kind: "driving-licence", form: formPattern("X9 N X") },
];

function doctorCheck(digits: string): "passed" | "failed" {
  return isDoctorNumber(digits) ? "passed" : "failed";
}
