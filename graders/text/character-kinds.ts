import { codeAt } from "./code-at.ts";
import { lengthOf } from "./length-of.ts";

/** What a character is, as bits: several kinds can be asked for at once. */
export const letter = 1;
/** Combining marks. */
export const mark = 2;
/** Digits and numbers of every script. */
export const number = 4;
/** White space as `\s` has it. */
export const space = 8;
/** Control, format, private and unassigned characters and halves of surrogates. */
export const hidden = 16;
/** Punctuation and symbols. */
export const sign = 32;
/** Capitals and small letters; both are letters too. */
export const upper = 64;
export const lower = 128;

/** Kinds of the characters below U+10000 that were met; 0 for the others and for halves of pairs. */
const known = new Uint8Array(0x10000);
/** Each character matches one; white space and hidden ones overlap, letters have a case besides. */
const tests = [
  [letter, /\p{L}/u],
  [mark, /\p{M}/u],
  [number, /\p{N}/u],
  [space, /\s/u],
  [hidden, /\p{C}/u],
  [upper, /\p{Lu}/u],
  [lower, /\p{Ll}/u],
] as const;

function read(point: number): number {
  const character = String.fromCodePoint(point);
  let kinds = 0;
  for (const [kind, test] of tests) if (test.test(character)) kinds |= kind;
  return kinds === 0 ? sign : kinds;
}

/**
 * Tells whether one of a few characters below U+10000 stands at a place of a text. A table is asked
 * instead of a set of strings, for this is done for every word of a text.
 */
export function oneOf(characters: string): (text: string, at: number) => boolean {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return (text, at) => at >= 0 && at < lengthOf(text) && table[codeAt(text, at)] === 1;
}

/** The kinds of a character (code point) as bits. */
export function kindsOf(point: number): number {
  if (point > 0xffff) return read(point);
  const found = known[point] ?? 0;
  if (found !== 0) return found;
  const kinds = read(point);
  if (point < 0xd800 || point > 0xdfff) known[point] = kinds;
  return kinds;
}

/** Is the character at this offset of one of the kinds? False outside of the text. */
export function isOfKind(text: string, at: number, kinds: number): boolean {
  if (at < 0 || at >= lengthOf(text)) return false;
  const found = known[codeAt(text, at)] ?? 0;
  return ((found === 0 ? kindsOf(pointAt(text, at)) : found) & kinds) !== 0;
}

/** Offset behind the characters of these kinds that stand from `at` on. */
export function endOfRun(text: string, at: number, kinds: number): number {
  const length = lengthOf(text);
  let end = at;
  while (end < length) {
    const found = known[codeAt(text, end)] ?? 0;
    if ((found & kinds) !== 0) end += 1;
    else if (found !== 0) break;
    else {
      const point = pointAt(text, end);
      if ((kindsOf(point) & kinds) === 0) break;
      end += point > 0xffff ? 2 : 1;
    }
  }
  return end;
}

/** Offset of the first of the characters of these kinds that stand before `end`. */
export function startOfRun(text: string, end: number, kinds: number): number {
  let start = end;
  while (start > 0) {
    const before = startOfCharacter(text, start);
    if (!isOfKind(text, before, kinds)) break;
    start = before;
  }
  return start;
}

/** Offset of the next character of these kinds; the length of the text for none. */
export function nextOfKind(text: string, at: number, kinds: number): number {
  const length = lengthOf(text);
  let next = at;
  while (next < length) {
    const found = known[codeAt(text, next)] ?? 0;
    if ((found & kinds) !== 0) break;
    if (found !== 0) next += 1;
    else {
      const point = pointAt(text, next);
      if ((kindsOf(point) & kinds) !== 0) break;
      next += point > 0xffff ? 2 : 1;
    }
  }
  return next;
}

/** Where the character before an offset begins. */
function startOfCharacter(text: string, end: number): number {
  const code = codeAt(text, end - 1);
  const isHalf = code >= 0xdc00 && code <= 0xdfff;
  return isHalf && end > 1 && pointAt(text, end - 2) > 0xffff ? end - 2 : end - 1;
}

/** The code point at an offset, as `codePointAt`, which in V8's optimized code looks beyond the end of a string cut from another. */
export function pointAt(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= lengthOf(text)) return code;
  const next = codeAt(text, at + 1);
  const isPair = next >= 0xdc00 && next <= 0xdfff;
  return isPair ? 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00) : code;
}
