import cues from "./cues.json" with { type: "json" };
import { isOfKind, letter, oneOf } from "../text/character-kinds.ts";
import { hasCueNear, hasLabel } from "./cue.ts";
import { digitsIn, findForms, type DigitForm } from "./digit-form.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds Kfz-Kennzeichen by their form (FZV annex 2): one to three letters, one or two letters, up
 * to four digits, at most eight characters, E or H behind. Lower case, and districts that mostly
 * mean something else („EN“, „EU“), only with a hyphen and directly behind a label.
 * Without a cue such as
 * „Kennzeichen“ or „Fahrzeug“ it is a hint: there is no check digit, and „SGB X 45“ has the form.
 */
export function findLicencePlates(reading: Reading): Finding[] {
  return findForms(reading, plateForm).flatMap(({ 0: found, 1: district = "", index }) => {
    const value = found.replaceAll(/[ ·-]/gu, "").toUpperCase();
    if (value.length > 8) return [];
    const place = { start: index, end: index + found.length };
    const isLabelled = hasLabel(reading, place, "licence-plate-label");
    const isPlain =
      found === found.toUpperCase() && !cues["not-a-licence-plate"].includes(district);
    if (!isPlain && !(isLabelled && /^\p{L}+[-·]/u.test(found))) return [];
    const cue =
      isLabelled || hasCueNear(reading, place, { family: "licence-plate", before: 70, after: 40 });
    return [finding({ kind: "licence-plate", ...place, checksum: "none", cue, value })];
  });
}

export const plateForm: DigitForm = {
  pattern:
    /(?<![\p{L}\d-])([A-ZÄÖÜ]{1,3})(?: [-·] |[-· ])[A-Z]{1,2}[ -]?[1-9]\d{0,3}[EH]?(?![\p{L}\d]|[.,]\d)/iuy,
  reach: 9,
  fits: (text, runs, at) => {
    const before = (runs[at] ?? 0) - 1;
    const last = isGap(text, before) ? before - 1 : before;
    if (!isSign(text, last - 1) && !isSign(text, last - 2)) return false;
    return isOfKind(text, last, letter) && digitsIn(runs, at) < 5;
  },
  begins: (text, at) => isOfKind(text, at, letter) && !isOfKind(text, at - 1, letter),
};
const isGap = oneOf(" -");
const isSign = oneOf("-· ");
