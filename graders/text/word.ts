import { codeAt } from "./code-at.ts";
import { spreadHash } from "./spread-hash.ts";

/** Words that are kept; the words of a few languages are not many more. */
const mostWords = 20_000;
/** Longer runs of letters are hardly met twice. */
const longestWord = 60;
/** Places of the table, three times as many as words. */
const tableSize = 2 ** 16;
/** Places for words that were asked for lately, a power of two. */
const latelySize = 2 ** 12;
/** Places that are looked at for one word, so that words made to collide cost no more than others. */
const mostProbes = 16;

/** What is told of a word of which nothing was asked, by the number of the property. */
const notAsked: undefined[] = [];

/**
 * A word as it is written. All graders and all answers share one object for the same letters, and
 * what pure functions tell of it is kept in it (see `wordProperty`), so that a word that was met
 * before costs one look into a table and not one for everything that is asked of it.
 */
export class Word {
  readonly text: string;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  /** Rises with every word that is kept; -1 for one that is not. */
  readonly id: number;
  readonly hash: number;
  /** What was told of the word, by the number of the property. */
  readonly told: unknown[] = notAsked.slice();

  constructor(text: string, { id, hash }: { readonly id: number; readonly hash: number }) {
    this.text = text;
    this.length = text.length;
    this.id = id;
    this.hash = hash;
  }
}

let table = emptyTable();
let kept = 0;
let nextId = 0;
/** Words that were asked for lately, by a few of their letters: what an answer needs lies close together. */
const lately: (Word | undefined)[] = Array.from({ length: latelySize }, () => undefined);
/** The first word that is in the table. */
let firstId = 0;

/**
 * The word between two offsets of a text, without a copy of its letters if it was met before. Two
 * calls for the same letters mostly give the same object, but need not: words are forgotten when
 * there are too many.
 */
export function wordAt(text: string, start: number, end: number): Word {
  const place = nearPlace(text, start, end);
  const near = lately[place];
  if (near !== undefined && isAt(near, text, { start, end })) return near;
  const word = find(text, start, end);
  // A word that is not kept is a part of its text, which would be held with it.
  if (word.id >= 0) lately[place] = word;
  return word;
}

/** Few letters tell most words apart. */
function nearPlace(text: string, start: number, end: number): number {
  const first = codeAt(text, start);
  const middle = codeAt(text, (start + end) >> 1);
  const last = codeAt(text, end - 1);
  const spread =
    Math.imul(first, 31) + Math.imul(middle, 173) + Math.imul(last, 1109) + end - start;
  return spread & (latelySize - 1);
}

function find(text: string, start: number, end: number): Word {
  let hash = end - start;
  for (let at = start; at < end; at += 1) {
    hash = (Math.imul(hash, 31) + codeAt(text, at)) | 0;
  }
  let place = spreadHash(hash);
  for (let probe = 0; probe < mostProbes; probe += 1) {
    const word = table[place];
    if (word === undefined) return learn(text.slice(start, end), hash, place);
    if (word.hash === hash && isAt(word, text, { start, end })) return word;
    place = (place + 1) & (tableSize - 1);
  }
  return new Word(text.slice(start, end), { id: -1, hash });
}

/** The word of these letters. */
export function wordOf(text: string): Word {
  return wordAt(text, 0, text.length);
}

function emptyTable(): (Word | undefined)[] {
  return Array.from({ length: tableSize }, () => undefined);
}

function isAt(
  word: Word,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const { text: letters, length } = word;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at += 1) {
    if (codeAt(letters, at) !== codeAt(text, start + at)) return false;
  }
  return true;
}

/** Full, the table begins anew; that costs time, never a different answer. */
function learn(text: string, hash: number, place: number): Word {
  if (text.length > longestWord) return new Word(text, { id: -1, hash });
  let free = place;
  if (kept >= mostWords) {
    table = emptyTable();
    kept = 0;
    firstId = nextId;
    lately.fill(undefined);
    free = spreadHash(hash);
  }
  const word = new Word(ownCopy(text), { id: nextId, hash });
  table[free] = word;
  kept += 1;
  nextId += 1;
  return word;
}

/** A slice would keep the whole text it is cut from in memory. */
function ownCopy(text: string): string {
  return Array.from({ length: text.length }, (_unused, at) => text.charAt(at)).join("");
}

/**
 * Makes a property of words out of a pure function, which is asked once for every word that is kept.
 * Results are shared, so callers must not change them. For whole texts see `remember`.
 *
 * @example
 * const lengthOf = wordProperty(({ text }) => text.length);
 * lengthOf(wordOf("Amt")); // 3
 */
export function wordProperty<Result extends object | string | number | boolean>(
  read: (word: Word) => Result,
): (word: Word) => Result {
  const number = notAsked.push(undefined) - 1;
  return (word) => {
    // Only this function writes to this place.
    const told = word.told[number] as Result | undefined;
    if (told !== undefined) return told;
    const result = read(word);
    while (word.told.length < number) word.told.push(undefined);
    word.told[number] = result;
    return result;
  };
}

/** Bytes of flags that a case needs at least. */
const fewestBytes = 256;

/**
 * As `wordProperty`, for a yes or no of which there are many, such as one for every case: two bits for
 * every word, which go with the function.
 */
export function wordFlag(read: (word: Word) => boolean): (word: Word) => boolean {
  let first = firstId;
  let flags = new Uint8Array(fewestBytes);
  return (word) => {
    if (word.id < firstId) return read(word);
    if (first !== firstId) {
      first = firstId;
      flags = new Uint8Array(fewestBytes);
    }
    const at = word.id - first;
    const shift = (at & 3) << 1;
    const flag = ((flags[at >> 2] ?? 0) >> shift) & 3;
    if (flag !== unknown) return flag === yes;
    const result = read(word);
    // Reading may have met other words, even so many that all are forgotten.
    if (first !== firstId) return result;
    if (at >> 2 >= flags.length) flags = longer(flags, at >> 2);
    flags[at >> 2] = (flags[at >> 2] ?? 0) | ((result ? yes : no) << shift);
    return result;
  };
}

const unknown = 0;
const no = 1;
const yes = 2;

function longer(flags: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  let { length } = flags;
  while (length <= at) length *= 2;
  const copy = new Uint8Array(length);
  copy.set(flags);
  return copy;
}
