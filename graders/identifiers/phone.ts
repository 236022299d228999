import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { remember } from "../text/remember.ts";
import { oneOf } from "../text/character-kinds.ts";
import { hasCueNear, isTradeNumber } from "./cue.ts";
import { findForms, hasDigits, type DigitForm } from "./digit-form.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds phone numbers that begin with `0` or `+` and that `libphonenumber-js` holds valid for
 * Germany or the country of the prefix. That prefix is the cue, unless the number has a label of
 * its own such as „Kundennummer“ or „ISBN“ or the form of a file number („047/2002-60455“): then it
 * is a hint. Short numbers (110, 112, 115, 116 117) belong to everybody and are never found.
 */
export function findPhones(reading: Reading): Finding[] {
  return findForms(reading, phoneForm).flatMap(({ 0: found, index }) => {
    const number = longestNumber(found);
    if (number === undefined) return [];
    const place = { start: index, end: index + number.length };
    const written = reading.text.slice(place.start, place.end);
    const before = reading.full.slice(Math.max(0, index - 40), index);
    const isOther =
      isTradeNumber(reading, place) ||
      numberLabel.test(before) ||
      fileNumberForm.test(written) ||
      moreDigits.test(reading.text.slice(place.end, place.end + 3));
    const cue = !isOther || hasCueNear(reading, place, { family: "phone", before: 25 });
    return [finding({ kind: "phone", ...place, checksum: "none", cue, value: number.value })];
  });
}

const gap = String.raw`(?! ?\/ ?[+0]\d\d)[ \n./-]{0,4}`;
/** Prefix of a country, area code in brackets or a bare 0, then up to 17 digits with gaps. */
export const phoneForm: DigitForm = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d+]|\p{L}-|\d[ .,/-])(?:\+ ?[1-9]\d{0,2}[ ./-]?(?:\( ?0 ?\))?|\( ?(?:\+|0)[\d ]{1,7}\)|0(?!\.)(?: ?\(\d{2,5}\))?)(?:${gap}\d){4,17}(?![\p{L}\d]|[.,]\d)`,
    "uy",
  ),
  // „( +       ) 3“: a bracket, blanks and a gap may stand before the first digit.
  reach: 15,
  fits: (_text, runs, at) => hasDigits(runs, at, { fewest: 4, widestGap: 12 }),
  begins: oneOf("+(0"),
};
/** A label in front that names another number. */
const numberLabel =
  /\p{L}(?: ?(?:nummer|nr)|kennung|zeichen|code|schlüssel|ziffer|zähler|-ID)[.:]* {0,3}$/iu;
/** A year between signs or at the end, or pairs of digits with dots as in a file plan. */
const fileNumberForm =
  /^(?:\d{2,5}\/(?:19|20)\d{2}-|\d{2,5}[/-](?:19|20)\d{2}(?:[/-]\d{1,5})?$|\d{2}\.\d{2}\.\d{2})/u;
/** The number goes on, so it is a row of figures. */
const moreDigits = /^(?: {1,2}|[/.-])\d/u;

/** Numbers that are kept: the answers to a case name the same ones. */
const mostNumbers = 500;

interface FoundNumber {
  readonly value: string;
  readonly length: number;
}

/** The first line if that is a number, else the longest valid beginning, cut at a gap. */
function longestNumber(found: string): FoundNumber | undefined {
  const line = found.indexOf("\n");
  const firstLine = line < 0 ? undefined : validNumber(found.slice(0, line).trimEnd());
  if (firstLine !== undefined) return firstLine;
  let candidate = found;
  for (let attempt = 0; attempt < 4 && candidate.length >= 6; attempt += 1) {
    const trimmed = candidate.replace(/[\s()./-]+$/u, "");
    const number = validNumber(trimmed);
    if (number !== undefined) return number;
    candidate = trimmed.replace(/[^\s/]+$/u, "");
  }
  return undefined;
}

/** National numbers have at most 13 digits in Germany; with the prefix 17 characters at most. */
const readNumber = remember((text): { readonly number: FoundNumber | undefined } => {
  return { number: parseNumber(text) };
}, mostNumbers);

function validNumber(text: string): FoundNumber | undefined {
  return readNumber(text).number;
}

function parseNumber(text: string): FoundNumber | undefined {
  const digits = text.replaceAll(/\D/gu, "");
  if (digits.length < 6 || digits.length > 17) return undefined;
  const parsed = parsePhoneNumberFromString(text.replaceAll(/\s+/gu, " "), "DE");
  return parsed?.isValid() === true ? { value: parsed.number, length: text.length } : undefined;
}
