import { oneOf } from "../text/character-kinds.ts";
import { hasCueNear } from "./cue.ts";
import { digitsIn, findForms, type DigitForm } from "./digit-form.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";
import units from "./units.json" with { type: "json" };

/**
 * Finds a postcode (01001 to 99998) with a town. It counts behind a street and house number or with
 * a cue such as „wohnhaft in“ or „Postfach“; else it is a hint, for „10115 Anträge“ has the form.
 */
export function findPostalTowns(reading: Reading): Finding[] {
  return findForms(reading, postalForm).flatMap(
    ({ 0: found, 1: postcode = "", 2: town = "", index }) => {
      if (Number(postcode) < 1001 || Number(postcode) > 99_998 || isUnit(town)) return [];
      const place = { start: index, end: index + found.length };
      const cue = isBehindStreet(reading.full, index) || hasCueNear(reading, place, reach);
      const value = `${postcode} ${town.toLowerCase().replaceAll(/\s+/gu, " ")}`;
      return [finding({ kind: "postal-town", ...place, checksum: "none", cue, value })];
    },
  );
}

const reach = { family: "postal", before: 60 } as const;
export const postalForm: DigitForm = {
  pattern:
    /(?<![\p{L}\d]|\d[.,/-])(?:D ?- ?)?(\d{5}),? {1,3}((?:(?:Bad|Sankt|St\.|Markt|Neu|Alt) )?\p{Lu}\p{Ll}[\p{L}-]*(?: (?:an der|am|im|bei|ob der|vor der) \p{Lu}[\p{L}-]+)?)/uy,
  reach: 4,
  fits: (text, runs, at) => {
    if (digitsIn(runs, at) !== 5) return false;
    const end = runs[at + 1] ?? 0;
    return isBetween(text, end);
  },
};
/** What stands between postcode and town. */
const isBetween = oneOf(" ,");

const unit = new RegExp(String.raw`^(?:${units.join("|")})(?:e?n)?$`, "iu");

function isUnit(town: string): boolean {
  return unit.test(town);
}

function isBehindStreet(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 25), start);
  return houseBefore.test(before) || /D ?- ?$/u.test(before);
}

/** „12“, „12 a“, „5-7“, „8/3“. */
const houseBefore = /[\p{L}.] ?\d{1,4} ?[a-z]?(?: ?[-/+] ?\d{1,4}[a-z]?)?,?(?: ?in)?\s{0,3}$/u;
