import { unitsOf } from "../text/text-units.ts";
import { UnitWriter } from "../text/unit-writer.ts";

const writer = new UnitWriter();
const firstLetter = 0x61;
const alphabetLength = 26;
const noStep = " ".charCodeAt(0);

/**
 * How far every letter from a to z stands behind the one before it in the alphabet, as a capital; a
 * blank where one of the two is another character. A text and all its shifts have the same steps.
 *
 * @example letterSteps("abd3e") // " BC  "
 */
export function letterSteps(text: string): string {
  writer.begin();
  const units = unitsOf(text);
  const { length } = text;
  let before = -1;
  for (let at = 0; at < length; at += 1) {
    const place = (units[at] ?? 0) - firstLetter;
    const isLetter = place >= 0 && place < alphabetLength;
    const step = (place - before + alphabetLength) % alphabetLength;
    writer.write(isLetter && before >= 0 ? 0x41 + step : noStep);
    before = isLetter ? place : -1;
  }
  return writer.text();
}

/** The steps of the longest run of such letters. */
export function longestSteps(text: string): string {
  const runs = letterSteps(text).split(noStepSign);
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

const noStepSign = String.fromCharCode(noStep);
