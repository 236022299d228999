import { codeAt } from "../text/code-at.ts";
import { isOfKind, letter } from "../text/character-kinds.ts";
import cues from "./cues.json" with { type: "json" };
import type { Span } from "./finding.ts";

/** Families of cue words; the words stand in `cues.json`. */
export type CueFamily = keyof typeof cues;

/** Words of a text that may begin a cue: offset and families (as bits) by turns. */
export type CueStarts = readonly number[];

/** Cue words up to this length are whole words; „Az“ is no cue in „Azubi“. */
const longestWhole = 4;

/** Words of a family as a pattern: short words stand alone, long ones may go on („Ausweis…“). */
export function cueSource(family: CueFamily): string {
  const longestFirst = cues[family].toSorted((a, b) => b.length - a.length);
  const words = longestFirst.map((word) => {
    const loose = escaped(word).replaceAll(" ", String.raw`\s`);
    return word.length <= longestWhole ? String.raw`${loose}(?!\p{L})` : loose;
  });
  return String.raw`(?<!\p{L})(?:${words.join("|")})`;
}

/** One pass for all families: most words do not begin like any cue. */
export function cueStarts(text: string): CueStarts {
  const starts: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const start = at;
    while (at < length && isLetterAt(text, at)) at += isHalf(codeAt(text, at)) ? 2 : 1;
    const families = at > start ? familiesAt(text, start, at) : 0;
    if (families !== 0) starts.push(start, families);
  }
  return starts;
}

/** The same words where some stretches of the text are masked; undefined if a word is cut. */
export function startsOutside(
  text: string,
  starts: CueStarts,
  spans: readonly Span[],
): CueStarts | undefined {
  if (spans.some(({ start, end }) => isInWord(text, start) || isInWord(text, end)))
    return undefined;
  const outside: number[] = [];
  let next = 0;
  for (let at = 0; at < starts.length; at += 2) {
    const start = starts[at] ?? 0;
    while ((spans[next]?.end ?? text.length) <= start) next += 1;
    if (start < (spans[next]?.start ?? text.length)) outside.push(start, starts[at + 1] ?? 0);
  }
  return outside;
}

/** May a word of the family begin from here to before there? */
export function mayBeginIn({ starts, family }: CueSearch, { start: from, end: to }: Span): boolean {
  const bit = 1 << families.indexOf(family);
  for (let at = 0; at < starts.length; at += 2) {
    const start = starts[at] ?? 0;
    if (start >= to) return false;
    if (start >= from && ((starts[at + 1] ?? 0) & bit) !== 0) return true;
  }
  return false;
}

/** Do letters stand on both sides of a place? Halves of larger characters are taken for letters. */
export function isInWord(text: string, at: number): boolean {
  return isPartOfLetter(text, at - 1) && isPartOfLetter(text, at);
}

function isPartOfLetter(text: string, at: number): boolean {
  return isHalf(codeAt(text, at)) || isLetterAt(text, at);
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isLetterAt(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return code <= lastLatin ? latinLetters[code] === 1 : isOfKind(text, at, letter);
}

const lastLatin = 0xff;
/** Most letters are Latin ones. */
const latinLetters = Uint8Array.from({ length: lastLatin + 1 }, (_, code) =>
  /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Where cues of a family are looked for. */
export interface CueSearch {
  readonly starts: CueStarts;
  readonly family: CueFamily;
}

/** The matches of a sticky pattern that begins with `cueSource` of the family. */
export function matchesAtCues(
  text: string,
  pattern: RegExp,
  { starts, family }: CueSearch,
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const bit = 1 << families.indexOf(family);
  let next = 0;
  for (let at = 0; at < starts.length; at += 2) {
    const start = starts[at] ?? 0;
    if (start < next || ((starts[at + 1] ?? 0) & bit) === 0) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    matches.push(match);
    next = start + match[0].length;
  }
  return matches;
}

const families = Object.keys(cues) as CueFamily[];

/** For the first three letters of a word, five bits each, the families with a cue that begins so. */
const beginnings = new Int32Array(2 ** 15);
for (const [number, family] of families.entries()) {
  for (const word of cues[family]) {
    const letters = /^\p{L}+/u.exec(word)?.[0] ?? "";
    const key = beginningOf(letters, 0, letters.length);
    beginnings[key] = (beginnings[key] ?? 0) | (1 << number);
  }
}

/** Families of which a cue may begin with this run of letters, as bits; more than do. */
function familiesAt(text: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + 3; at += 1) {
    // „ſ“ is an s of another look to a pattern that ignores case.
    if (codeAt(text, at) > lastLatin) return -1;
  }
  return beginnings[beginningOf(text, start, end)] ?? 0;
}

/** The last five bits are the same for both cases of a Latin letter. */
function beginningOf(text: string, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < start + 3; at += 1) {
    key = (key << 5) | (at < end ? codeAt(text, at) & 0x1f : 0);
  }
  return key;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
