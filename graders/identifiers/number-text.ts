import { endOfRun, nextOfKind, oneOf } from "../text/character-kinds.ts";
import { CompactText, groupKinds, type Stretches } from "./compact-text.ts";
import type { DigitRuns } from "./digit-runs.ts";

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
  let start = -1;
  let end = 0;
  let digit = 0;
  let hasDigit = false;
  const close = (): void => {
    if (hasDigit) stretches.push(start, end);
    start = -1;
    hasDigit = false;
  };
  for (let at = nextOfKind(source, 0, groupKinds); at < source.length;) {
    const groupEnd = endOfRun(source, at, groupKinds);
    while ((digits[digit] ?? groupEnd) < at) digit += 2;
    const isNumber = (digits[digit] ?? groupEnd) < groupEnd;
    const isKept = isNumber || groupEnd - at <= longestWord;
    if (start >= 0 && !(isKept && isGap(source, end, at))) close();
    if (isKept) {
      if (start < 0) start = at;
      end = groupEnd;
      hasDigit ||= isNumber;
    }
    at = nextOfKind(source, groupEnd, groupKinds);
  }
  close();
  return stretches;
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
