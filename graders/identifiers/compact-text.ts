import type { Span } from "./finding.ts";

/**
 * A text without what people put between the characters of a number: only letters and digits, in
 * lower case, `ß` as `ss`. Where more than such a gap stands, there is one blank.
 */
export interface CompactText {
  readonly text: string;
  /** True where a group of letters and digits of the source begins. */
  readonly startsGroup: (index: number) => boolean;
  /** True where a group of the source ended just before. */
  readonly endsGroup: (index: number) => boolean;
  /** Span of the source for the units from `from` to before `to`. */
  readonly sourceSpan: (from: number, to: number) => Span;
}

/** What a compact text leaves out. */
export interface CompactRule {
  /** True for what may stand between two groups of one number or value. */
  readonly isGap: (gap: string) => boolean;
  /** True for groups that matter; the others count as more than a gap. */
  readonly isKept: (group: string) => boolean;
}

/**
 * For recognising numbers: gaps are blanks, a hyphen, dot, slash, one line break; words of more than
 * four letters are part of no number.
 */
export const numberRule: CompactRule = {
  isGap: (gap) =>
    gap.length === 1 ? " -.\n/·_".includes(gap) : gap.length <= 8 && numberGapForm.test(gap),
  isKept: (group) => group.length <= 4 || /\d/u.test(group),
};

/** For looking up a known value: everything but letters and digits is a gap. */
export const valueRule: CompactRule = { isGap: () => true, isKept: () => true };

const numberGapForm = /^(?: {1,2}| {0,2}[-/·_] {0,2}|\.| {0,2}-?\n {0,4})$/u;
const groupForm = /[\p{L}\p{N}\p{M}]+/gu;

/** Leaves out the gaps that the rule accepts. */
export function compactText(source: string, { isGap, isKept }: CompactRule): CompactText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let sourceEnd = 0;
  for (const { 0: group, index } of source.matchAll(groupForm)) {
    if (!isKept(group)) continue;
    if (starts.length > 0 && !isGap(source.slice(sourceEnd, Math.min(index, sourceEnd + 9)))) {
      pieces.push(" ");
      starts.push(sourceEnd);
      ends.push(index);
    }
    pieces.push(lowerCased(group, index, { starts, ends }));
    sourceEnd = index + group.length;
  }
  const text = pieces.join("");
  const border = (index: number): boolean =>
    index <= 0 ||
    index >= text.length ||
    text[index] === " " ||
    text[index - 1] === " " ||
    (starts[index] ?? 0) > (ends[index - 1] ?? 0);
  return {
    text,
    startsGroup: border,
    endsGroup: border,
    sourceSpan: (from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }),
  };
}

function lowerCased(
  group: string,
  offset: number,
  origin: { readonly starts: number[]; readonly ends: number[] },
): string {
  if (isAscii.test(group)) {
    for (let at = offset; at < offset + group.length; at += 1) {
      origin.starts.push(at);
      origin.ends.push(at + 1);
    }
    return group.toLowerCase();
  }
  const pieces: string[] = [];
  let at = offset;
  for (const character of group) {
    const lower = character === "ß" || character === "ẞ" ? "ss" : character.toLowerCase();
    for (let unit = 0; unit < lower.length; unit += 1) {
      origin.starts.push(at);
      origin.ends.push(at + character.length);
    }
    pieces.push(lower);
    at += character.length;
  }
  return pieces.join("");
}

const isAscii = /^[a-zA-Z0-9]*$/u;

/** A run of compact units that begins and ends with a group of the source. */
export interface Form extends Span {
  readonly value: string;
  /** Where it stands in the compact text. */
  readonly index: number;
}

/**
 * All places where a pattern stands between group borders, also overlapping ones. The pattern has
 * the form `/(?=(…))/gu`; its group has to be bounded in length.
 */
export function formsIn(compact: CompactText, pattern: RegExp): Form[] {
  const forms: Form[] = [];
  for (const match of compact.text.matchAll(pattern)) {
    const value = match[1] ?? "";
    const end = match.index + value.length;
    if (!compact.startsGroup(match.index) || !compact.endsGroup(end)) continue;
    forms.push({ value, index: match.index, ...compact.sourceSpan(match.index, end) });
  }
  return forms;
}
