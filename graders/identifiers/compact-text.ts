import { endOfRun, letter, mark, nextOfKind, number } from "../text/character-kinds.ts";
import { wordAt, wordProperty } from "../text/word.ts";
import { plainLetters } from "../text/plain-letters.ts";
import type { Span } from "./finding.ts";

/**
 * A text without what people put between the characters of a number: only letters and digits, in
 * lower case, `ß` as `ss`, umlauts with e (`ü` as `ue`), other letters without their marks (`ş` as
 * `s`, `ı` and `İ` as `i`). Where more than such a gap stands, there is one blank.
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
const inGroup = letter | number | mark;

/** Leaves out the gaps that the rule accepts. */
export function compactText(source: string, { isGap, isKept }: CompactRule): CompactText {
  const groups: Group[] = [];
  const pieces: string[] = [];
  let length = 0;
  let sourceEnd = 0;
  for (let index = nextOfKind(source, 0, inGroup); index < source.length;) {
    const end = endOfRun(source, index, inGroup);
    const word = wordAt(source, index, end);
    const { text: original } = word;
    const start = index;
    index = nextOfKind(source, end, inGroup);
    if (!isKept(original)) continue;
    if (length > 0 && !isGap(source.slice(sourceEnd, Math.min(start, sourceEnd + longestGap)))) {
      pieces.push(" ");
      length += 1;
    }
    const lower = lowerWord(word);
    groups.push({ at: length, start, original, isSame: lower.length === original.length });
    pieces.push(lower);
    length += lower.length;
    sourceEnd = end;
  }
  const text = pieces.join("");
  const border = (at: number): boolean =>
    at <= 0 ||
    at >= length ||
    text[at - 1] === " " ||
    text[at] === " " ||
    groupAt(groups, at)?.at === at;
  return {
    text,
    startsGroup: border,
    endsGroup: border,
    sourceSpan: (from, to) => ({
      start: sourcePlace(groups, from).start,
      end: sourcePlace(groups, to - 1).end,
    }),
  };
}

/** A group of letters and digits, and where it stands in both texts. */
interface Group {
  readonly at: number;
  readonly start: number;
  readonly original: string;
  /** As many units in both texts, so that offsets go side by side. */
  readonly isSame: boolean;
}

/** Gaps are looked at no further than this. */
const longestGap = 9;

/** Character by character the same as for the whole group, which {@link sourcePlace} relies on. */
function lowerCased(group: string): string {
  const lower = group.toLowerCase();
  if (isPlain.test(lower)) return lower;
  const bare = plainLetters(lower.replaceAll("ß", "ss")).normalize("NFC");
  return bare.replace(umlaut, (dotted) => `${umlauts[dotted] ?? dotted}e`);
}

const lowerWord = wordProperty(({ text }) => lowerCased(text));

const isPlain = /^[\p{ASCII}]*$/u;
const umlaut = /[äöü]/gu;
const umlauts: Readonly<Record<string, string>> = { ä: "a", ö: "o", ü: "u" };

/** The last group that begins at or before a place of the compact text. */
function groupAt(groups: readonly Group[], at: number): Group | undefined {
  let low = 0;
  let high = groups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((groups[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return groups[low];
}

/** The character of the source that a unit of the compact text came from. */
function sourcePlace(groups: readonly Group[], at: number): Span {
  const group = groupAt(groups, at);
  if (group === undefined) return { start: 0, end: 0 };
  let start = group.start;
  if (group.isSame) return { start: start + at - group.at, end: start + at - group.at + 1 };
  let unit = group.at;
  for (const character of group.original) {
    const end = start + character.length;
    unit += lowerCased(character).length;
    if (unit > at) return { start, end };
    start = end;
  }
  return { start, end: start };
}

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
