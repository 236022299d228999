import { hasCueNear, hasLabel } from "./cue.ts";
import { finding, type Finding } from "./finding.ts";
import { formPattern, formsIn } from "./number-forms.ts";
import areas from "./pension-areas.json" with { type: "json" };
import type { Reading } from "./reading.ts";
import { letterPlace, weightedCrossSumDigit } from "./weighted-cross-sum.ts";

/**
 * Versicherungsnummer of the pension insurance, § 2 VKVV: area, birth date ttmmjj, first letter of
 * the birth name, serial, check digit. Areas are those of the annex of the VKVV and 78, 79 of the
 * DEÜV data sheet. A day raised by 50 is accepted: § 2 (5) leaves exhausted serials to the
 * associations, and other tools know it.
 *
 * @example isPensionNumber("15070649C103") // true
 */
export function isPensionNumber(text: string): boolean {
  const parts = /^(\d{2})(\d{2})(\d{2})(\d{2})([A-Z])(\d{2})(\d)$/u.exec(text);
  if (parts === null) return false;
  const [, area = "", day = "", month = "", year = "", letter = "", serial = "", check] = parts;
  if (!areas.includes(area) || !isDay(day, month)) return false;
  const digits = area + day + month + year + letterPlace(letter) + serial;
  return weightedCrossSumDigit(digits, weights) === Number(check);
}

/** Finds eight digits, a letter and three digits in any grouping. */
export function findPensionNumbers(reading: Reading): Finding[] {
  return formsIn(reading.compact(), form).map(({ value, start, end }) => {
    const number = value.toUpperCase();
    const passed = isPensionNumber(number);
    const place = { start, end };
    const cue = passed
      ? hasCueNear(reading, place, { family: "pension-number", before: 60 })
      : hasLabel(reading, place, "pension-number");
    const checksum = passed ? "passed" : "failed";
    return finding({ kind: "pension-number", ...place, checksum, cue, value: number });
  });
}

const form = formPattern("N8 A N3");
const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(day: string, month: string): boolean {
  const number = Number(day) > 50 ? Number(day) - 50 : Number(day);
  return number >= 1 && number <= (longestMonths[Number(month) - 1] ?? 0);
}
