import { kindsOf, letter, mark, number } from "../text/character-kinds.ts";

/** The UTF-16 units of a text (see `unitsOf`). */
export type Units = Uint16Array;

/** What a number or value is made of; all else are gaps. */
export const groupKinds = letter | number | mark;

/** Does the unit belong to a character of a group of letters and digits? */
export function isOfGroup(units: Units, at: number): boolean {
  const read = classAt(units, at);
  return read === group || (read === half && isPairOfGroup(units, at));
}

/** Is it a sign that may stand between the groups of a number? */
export function isGapSign(units: Units, at: number): boolean {
  return classAt(units, at) === gapSign;
}

const unread = 0;
const group = 1;
const gapSign = 2;
const half = 3;
const other = 4;
/** Of the UTF-16 units that were met. */
const classes = new Uint8Array(0x10000);
for (const sign of " -.\n/·_") classes[sign.charCodeAt(0)] = gapSign;

function classAt(units: Units, at: number): number {
  const code = units[at] ?? 0;
  const known = classes[code] ?? unread;
  return known === unread ? learnClass(code) : known;
}

function learnClass(code: number): number {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const read = isHalf ? half : (kindsOf(code) & groupKinds) !== 0 ? group : other;
  classes[code] = read;
  return read;
}

/** The first half is one of those below U+DC00. */
function isPairOfGroup(units: Units, at: number): boolean {
  const isFirst = (units[at] ?? 0) < 0xdc00;
  const high = (units[isFirst ? at : at - 1] ?? 0) - 0xd800;
  const low = (units[isFirst ? at + 1 : at] ?? 0) - 0xdc00;
  if (high < 0 || high > 0x3ff || low < 0 || low > 0x3ff) return false;
  return (kindsOf(0x10000 + (high << 10) + low) & groupKinds) !== 0;
}
