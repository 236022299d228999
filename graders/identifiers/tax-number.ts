import { hasLabel } from "./cue.ts";
import { findForms, hasDigits, type DigitForm } from "./digit-form.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds Steuernummern: ten to thirteen digits (forms of the Länder and ELSTER) behind a label. There
 * is no common check digit. The form `93815/08152` or `181/815/08155` without label is a hint.
 */
export function findTaxNumbers(reading: Reading): Finding[] {
  return findForms(reading, taxForm).flatMap(({ 0: found, index }) => {
    const place = { start: index, end: index + found.length };
    const cue = hasLabel(reading, place, "tax-number");
    const value = found.replaceAll(/\D/gu, "");
    if (!cue && !slashForm.test(found)) return [];
    return [finding({ kind: "tax-number", ...place, checksum: "none", cue, value })];
  });
}

export const taxForm: DigitForm = {
  pattern: /(?<![\p{L}\d]|\d[./-])\d(?:[ \n./-]{0,3}\d){9,12}(?![\p{L}\d]|[./-]\d)/uy,
  reach: 0,
  fits: (_text, runs, at) => hasDigits(runs, at, { fewest: 10, widestGap: 3 }),
};
const slashForm = /^(?:\d{5} ?\/ ?\d{5}|\d{2,3} ?\/ ?\d{3,4} ?\/ ?\d{4,5})$/u;
