import { hasCueNear, hasLabel } from "./cue.ts";
import { finding, type Finding } from "./finding.ts";
import { formPattern, formsIn } from "./number-forms.ts";
import type { Reading } from "./reading.ts";
import { letterPlace, weightedCrossSumDigit } from "./weighted-cross-sum.ts";

/**
 * Unchangeable part of the Krankenversichertennummer (§ 290 SGB V; annex 1 of the GKV-Spitzenverband):
 * a letter, eight digits, a check digit.
 *
 * @example isHealthInsuranceNumber("T024881870") // true
 */
export function isHealthInsuranceNumber(text: string): boolean {
  if (!/^[A-Z]\d{9}$/u.test(text)) return false;
  const digits = letterPlace(text.slice(0, 1)) + text.slice(1, 9);
  return weightedCrossSumDigit(digits, weights) === Number(text[9]);
}

/**
 * Finds a letter with nine digits, also with the insurer's number behind it. One in ten arbitrary
 * numbers passes the check, so a right one counts only with a cue nearby (Versichertennummer,
 * Krankenkasse) and a wrong one only with a label in front.
 */
export function findHealthInsuranceNumbers(reading: Reading): Finding[] {
  const forms = [
    ...formsIn(reading.compact(), withInsurer),
    ...formsIn(reading.compact(), ownPart),
  ];
  return forms.flatMap(({ value, start, end }) => {
    const number = value.slice(0, 10).toUpperCase();
    const passed = isHealthInsuranceNumber(number);
    const place = { start, end };
    const cue = passed
      ? hasCueNear(reading, place, { family, before: 80, after: 40 })
      : hasLabel(reading, place, family);
    if (!passed && !cue) return [];
    const checksum = passed ? ("passed" as const) : ("failed" as const);
    const facts = { kind: family, ...place, checksum, cue, value: number };
    return [{ ...finding(facts), counts: cue }];
  });
}

const withInsurer = formPattern("A N19");
const ownPart = formPattern("A N9");
const family = "health-insurance-number" as const;
const weights = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
