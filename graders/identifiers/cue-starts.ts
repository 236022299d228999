import { isOfKind, kindsOf, letter } from "../text/character-kinds.ts";
import { codeAt } from "../text/code-at.ts";
import { unitsOf } from "../text/text-units.ts";
import cues from "./cues.json" with { type: "json" };
import type { Span } from "./finding.ts";

/** Families of cue words; the words stand in `cues.json`. */
export type CueFamily = keyof typeof cues;

/** Words of a text that may begin a cue: offset and families (as bits) by turns. */
export type CueStarts = readonly number[];

const families = Object.keys(cues) as CueFamily[];

/** The bit of a family. */
export function bitOf(family: CueFamily): number {
  return 1 << families.indexOf(family);
}

/**
 * One pass for all families: most words do not begin like any cue. Its loop has but one branch, which is
 * seldom taken, for with words of any length the processor does not foresee where they end.
 */
export function cueStarts(text: string): CueStarts {
  const units = unitsOf(text);
  const { length } = text;
  const starts: number[] = [];
  let before = other;
  let first = classOf(units[0] ?? 0);
  let second = classOf(units[1] ?? 0);
  let all = first | second;
  for (let at = 0; at < length; at += 1) {
    const third = classOf(units[at + 2] ?? 0);
    all |= third;
    // Letters behind the end of the word do not count.
    const behind = third & -((second >> latinBit) & 1);
    const key = ((first & low) << 10) | ((second & low) << 5) | (behind & low);
    const isHit = (mayBegin[key >> 5] ?? 0) >> (key & low);
    if ((isHit & (first >> latinBit) & (before >> otherBit)) !== 0) {
      const fourth = (behind & latin) === 0 ? 0 : classOf(units[at + 3] ?? 0) & low;
      const found = beginnings[placeOf((key << 5) | fourth)] ?? 0;
      if (found !== 0) starts.push(at, found);
    }
    before = first;
    first = second;
    second = third;
  }
  return (all & foreign) === 0 ? starts : startsByWord(text);
}

/** What a character is for a cue: a letter of Latin-1 with its last five bits, another letter, or none. */
const latinBit = 5;
const otherBit = 7;
const low = 0x1f;
const latin = 1 << latinBit;
const foreign = 1 << 6;
const other = 1 << otherBit;
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const isLetter = isHalf(code) || (kindsOf(code) & letter) !== 0;
  const read = !isLetter ? other : code <= lastLatin ? latin | (code & low) : foreign;
  classes[code] = read;
  return read;
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** The same word by word, for texts with letters beyond Latin-1. */
function startsByWord(text: string): CueStarts {
  const starts: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const start = at;
    while (isOfKind(text, at, letter)) at += isHalf(codeAt(text, at)) ? 2 : 1;
    const found = at > start ? familiesAt(text, start, at) : 0;
    if (found !== 0) starts.push(start, found);
  }
  return starts;
}

/** The same words where some stretches of the text are masked; undefined if a word is cut. */
export function startsOutside(
  text: string,
  starts: CueStarts,
  spans: readonly Span[],
): CueStarts | undefined {
  for (const { start, end } of spans) {
    if (isInWord(text, start) || isInWord(text, end)) return undefined;
  }
  const outside: number[] = [];
  let next = 0;
  for (let at = 0; at < starts.length; at += 2) {
    const start = starts[at] ?? 0;
    while ((spans[next]?.end ?? text.length) <= start) next += 1;
    if (start < (spans[next]?.start ?? text.length)) outside.push(start, starts[at + 1] ?? 0);
  }
  return outside;
}

/** Do letters stand on both sides of a place? Halves of larger characters are taken for letters. */
export function isInWord(text: string, at: number): boolean {
  return isPartOfLetter(text, at - 1) && isPartOfLetter(text, at);
}

function isPartOfLetter(text: string, at: number): boolean {
  return isHalf(codeAt(text, at)) || isOfKind(text, at, letter);
}

const lastLatin = 0xff;

/** Letters by which a word is told. */
const fewestLetters = 4;
const tableBits = 12;
/** For the first four letters of a word the families with a cue that begins so. */
const beginnings = new Int32Array(2 ** tableBits);
/** For the first three letters, five bits each, a bit that says whether a cue begins so. */
const mayBegin = new Int32Array(2 ** 10);
for (const family of families) {
  for (const word of cues[family]) {
    const letters = /^\p{L}+/u.exec(word)?.[0] ?? "";
    const key = keyOf(letters, 0, letters.length);
    const place = placeOf(key);
    beginnings[place] = (beginnings[place] ?? 0) | bitOf(family);
    mayBegin[key >> 10] = (mayBegin[key >> 10] ?? 0) | (1 << ((key >> 5) & low));
  }
}

/** Where the families of a key stand; other keys may have the same place. */
function placeOf(key: number): number {
  return Math.imul(key, 0x9e37_79b1) >>> (32 - tableBits);
}

/** Families of which a cue may begin with this run of letters, as bits; more than do. */
function familiesAt(text: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + fewestLetters; at += 1) {
    // „ſ“ is an s of another look to a pattern that ignores case.
    if (codeAt(text, at) > lastLatin) return -1;
  }
  return beginnings[placeOf(keyOf(text, start, end))] ?? 0;
}

/** The first four letters, five bits each: the last ones, which are the same for both cases of a Latin letter. */
function keyOf(text: string, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < start + fewestLetters; at += 1) {
    key = (key << 5) | (at < end ? codeAt(text, at) & low : 0);
  }
  return key;
}
