import { TextUnits } from "../text/text-units.ts";
import { CompactText, type Stretches } from "./compact-text.ts";
import { isDigit, type DigitRuns } from "./digit-runs.ts";
import { isGapSign, isOfGroup, type Units } from "./group-units.ts";
import type { Span } from "./finding.ts";
import { mayHoldNumber } from "./number-stretch.ts";

/**
 * A text without the gaps inside numbers; parts of it that hold none are left out. `isLabelled`: there, a
 * number of few digits counts as well.
 */
export function numberText(
  source: string,
  digits: DigitRuns,
  isLabelled: (stretch: Span) => boolean,
): CompactText {
  return new CompactText(source, numberStretches(source, digits, isLabelled));
}

/** Its own, for while a text is read, labels are looked for in another. */
const textUnits = new TextUnits();
/** Words of more letters are part of no number. */
const longestWord = 4;

/**
 * What could be one number: groups of letters and digits with nothing but gaps between them, of which
 * one has a digit. Gaps are blanks, a hyphen, dot, slash, one line break.
 */
function numberStretches(
  source: string,
  digits: DigitRuns,
  isLabelled: (stretch: Span) => boolean,
): Stretches {
  const stretches: number[] = [];
  const units = textUnits.read(source);
  let done = -1;
  for (let at = 0; at < digits.length; at += 2) {
    const digit = digits[at] ?? 0;
    if (digit < done) continue;
    const start = startOfStretch(source, units, digit);
    done = endOfStretch(source, units, digits[at + 1] ?? 0);
    if (mayHoldNumber(units, { start, end: done }, isLabelled)) stretches.push(start, done);
  }
  return stretches;
}

/** No group before has a digit, or this one would stand in its stretch. */
function startOfStretch(source: string, units: Units, digit: number): number {
  let start = digit;
  while (isOfGroup(units, start - 1)) start -= 1;
  for (;;) {
    let end = start;
    while (end > 0 && start - end <= longestGap && !isOfGroup(units, end - 1)) end -= 1;
    if (!isGap(source, units, { start: end, end: start })) return start;
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
    if (!isGap(source, units, { start: end, end: next })) return end;
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

/** Longest gap inside a number. */
const longestGap = 8;
const gapForm = /^(?: {1,2}| {0,2}[-/·_] {0,2}|\.| {0,2}-?\n {0,4})$/u;

function isGap(source: string, units: Units, { start, end }: Span): boolean {
  if (end - start > longestGap || !isGapSign(units, start)) return false;
  if (end - start === 1) return true;
  // Nearly all gaps that are none have another sign, or begin with the dot of a sentence.
  if (!isGapSign(units, start + 1) || units[start] === dot) return false;
  return gapForm.test(source.slice(start, end));
}

const dot = ".".charCodeAt(0);
