import { endOfRun, isOfKind, nextOfKind, oneOf } from "../text/character-kinds.ts";
import { CompactText, groupKinds, type Stretches } from "./compact-text.ts";
import { isDigitAt, type DigitRuns } from "./digit-runs.ts";

/** A text without the gaps inside numbers; parts of it without a digit are left out. */
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
  let done = -1;
  for (let at = 0; at < digits.length; at += 2) {
    const digit = digits[at] ?? 0;
    if (digit < done) continue;
    const start = startOfStretch(source, digit);
    done = endOfStretch(source, digit);
    stretches.push(start, done);
  }
  return stretches;
}

/** No group before has a digit, or this one would stand in its stretch. */
function startOfStretch(source: string, digit: number): number {
  let start = startOfRun(source, digit, 0);
  for (;;) {
    const end = endOfGroup(source, start);
    if (end < 0 || !isGap(source, end, start)) return start;
    const before = startOfRun(source, end, end - longestWord - 1);
    if (end - before > longestWord) return start;
    start = before;
  }
}

function endOfStretch(source: string, digit: number): number {
  let end = endOfRun(source, digit, groupKinds);
  for (;;) {
    const next = startOfGroup(source, end);
    if (next < 0 || !isGap(source, end, next)) return end;
    const behind = endOfRun(source, next, groupKinds);
    if (behind - next > longestWord && !hasDigit(source, next, behind)) return end;
    end = behind;
  }
}

/** Start of the group that ends at `end`, looked for no further back than `from`. */
function startOfRun(source: string, end: number, from: number): number {
  let start = end;
  while (start > from) {
    const before = start - widthBefore(source, start);
    if (!isOfKind(source, before, groupKinds)) break;
    start = before;
  }
  return start;
}

/** Where the group before a gap ends; -1 if the gap is too long. */
function endOfGroup(source: string, gapEnd: number): number {
  for (let end = gapEnd; end > 0 && gapEnd - end <= longestGap;) {
    const before = end - widthBefore(source, end);
    if (isOfKind(source, before, groupKinds)) return end;
    end = before;
  }
  return -1;
}

/** Where the group behind a gap begins; -1 if the gap is too long. */
function startOfGroup(source: string, gapStart: number): number {
  const next = nextOfKind(source, gapStart, groupKinds);
  return next < source.length && next - gapStart <= longestGap ? next : -1;
}

/** Units of the character before a place. */
function widthBefore(source: string, at: number): number {
  return at > 1 && (source.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
}

function hasDigit(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isDigitAt(source, at)) return true;
  return false;
}

/** Longest gap inside a number. */
const longestGap = 8;
const gapForm = /^(?: {1,2}| {0,2}[-/·_] {0,2}|\.| {0,2}-?\n {0,4})$/u;

function isGap(source: string, from: number, to: number): boolean {
  if (to - from === 1) return isGapSign(source, from);
  // Nearly all gaps that are none begin with another sign, or with the dot of a sentence.
  if (to - from > longestGap || source[from] === "." || !isGapSign(source, from)) return false;
  return gapForm.test(source.slice(from, to));
}

const isGapSign = oneOf(" -.\n/·_");
