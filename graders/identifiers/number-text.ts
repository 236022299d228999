import { kindsOf, oneOf } from "../text/character-kinds.ts";
import { unitsOf } from "../text/text-units.ts";
import { CompactText, groupKinds, shortestNumber, type Stretches } from "./compact-text.ts";
import { isDigit, type DigitRuns } from "./digit-runs.ts";

/** A text without the gaps inside numbers; parts of it without a digit, or too short, are left out. */
export function numberText(source: string, digits: DigitRuns): CompactText {
  return new CompactText(source, numberStretches(source, digits));
}

/** Words of more letters are part of no number. */
const longestWord = 4;

/**
 * What could be one number: groups of letters and digits with nothing but gaps between them, of which
 * one has a digit. Gaps are blanks, a hyphen, dot, slash, one line break.
 */
function numberStretches(source: string, digits: DigitRuns): Stretches {
  const stretches: number[] = [];
  const units = unitsOf(source);
  let done = -1;
  for (let at = 0; at < digits.length; at += 2) {
    const digit = digits[at] ?? 0;
    if (digit < done) continue;
    const start = startOfStretch(source, units, digit);
    done = endOfStretch(source, units, digits[at + 1] ?? 0);
    if (mayBeLong(units, start, done)) stretches.push(start, done);
  }
  return stretches;
}

type Units = Uint16Array;

/** No group before has a digit, or this one would stand in its stretch. */
function startOfStretch(source: string, units: Units, digit: number): number {
  let start = digit;
  while (isOfGroup(units, start - 1)) start -= 1;
  for (;;) {
    let end = start;
    while (end > 0 && start - end <= longestGap && !isOfGroup(units, end - 1)) end -= 1;
    if (!isGap(source, end, start)) return start;
    let before = end;
    while (end - before <= longestWord && isOfGroup(units, before - 1)) before -= 1;
    if (before === end || end - before > longestWord) return start;
    start = before;
  }
}

function endOfStretch(source: string, units: Units, digitsEnd: number): number {
  let end = digitsEnd;
  while (isOfGroup(units, end)) end += 1;
  for (;;) {
    let next = end;
    while (next - end <= longestGap && !isOfGroup(units, next)) next += 1;
    if (!isGap(source, end, next)) return end;
    let behind = next;
    while (isOfGroup(units, behind)) behind += 1;
    if (behind === next || (behind - next > longestWord && !hasDigit(units, next, behind))) {
      return end;
    }
    end = behind;
  }
}

function hasDigit(units: Units, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isDigit(units[at] ?? 0)) return true;
  return false;
}

/** Could the stretch have as many letters and digits as the shortest number? */
function mayBeLong(units: Units, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = units[at] ?? 0;
    // Beyond Latin-1, one character may become many.
    if (code > 0xff) return true;
    if (isOfGroup(units, at)) count += code < 0x80 ? 1 : 2;
  }
  return count >= shortestNumber;
}

/** Longest gap inside a number. */
const longestGap = 8;
const gapForm = /^(?: {1,2}| {0,2}[-/·_] {0,2}|\.| {0,2}-?\n {0,4})$/u;

function isGap(source: string, from: number, to: number): boolean {
  if (to - from === 1) return isGapSign(source, from);
  // Nearly all gaps that are none have another sign, or begin with the dot of a sentence.
  if (to - from > longestGap || source[from] === ".") return false;
  if (!isGapSign(source, from) || !isGapSign(source, from + 1)) return false;
  return gapForm.test(source.slice(from, to));
}

const isGapSign = oneOf(" -.\n/·_");

/** Does the unit belong to a character of a group? */
function isOfGroup(units: Units, at: number): boolean {
  const code = units[at] ?? 0;
  const known = classes[code] ?? unread;
  const read = known === unread ? classOf(code) : known;
  return read === group || (read === half && isPairOfGroup(units, at));
}

const unread = 0;
const group = 1;
const other = 2;
const half = 3;
/** Of the UTF-16 units that were met. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
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
