import { codeAt } from "./code-at.ts";
import { spreadHash } from "./spread-hash.ts";

/** Words that are kept; the words of a few languages are not many more. */
const mostWords = 20_000;
/** Longer runs of letters are hardly met twice. */
const longestWord = 60;
/** Places of the table, three times as many as words. */
const tableSize = 2 ** 16;
/** Places that are looked at for one word, so that words made to collide cost no more than others. */
const mostProbes = 16;

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
  readonly told: unknown[] = [];
  /** The word that followed when it was asked for last. */
  followed: Word | undefined;

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
/** The word that was asked for last. */
let latest: Word | undefined;
/** The first word that is in the table. */
let firstId = 0;

/**
 * The word between two offsets of a text, without a copy of its letters if it was met before. Two
 * calls for the same letters mostly give the same object, but need not: words are forgotten when
 * there are too many.
 */
export function wordAt(text: string, start: number, end: number): Word {
  // The graders read an answer one after the other, so that mostly the same word follows as before.
  const guess = latest?.followed;
  const word =
    guess !== undefined && isAt(guess, text, { start, end }) ? guess : find(text, start, end);
  // A word that is not kept is a part of its text, which would be held with it.
  const isKept = word.id >= 0;
  if (latest !== undefined && isKept) latest.followed = word;
  latest = isKept ? word : undefined;
  return word;
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
    latest = undefined;
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

let properties = 0;

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
  const number = properties;
  properties += 1;
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

/** Flags that a case needs at least. */
const fewestFlags = 1024;

/**
 * As `wordProperty`, for a yes or no of which there are many, such as one for every case: a byte for
 * every word, which goes with the function.
 */
export function wordFlag(read: (word: Word) => boolean): (word: Word) => boolean {
  let first = firstId;
  let flags = new Uint8Array(fewestFlags);
  return (word) => {
    if (word.id < firstId) return read(word);
    if (first !== firstId) {
      first = firstId;
      flags = new Uint8Array(fewestFlags);
    }
    const at = word.id - first;
    const flag = flags[at] ?? unknown;
    if (flag !== unknown) return flag === yes;
    const result = read(word);
    // Reading may have met other words, even so many that all are forgotten.
    if (first !== firstId) return result;
    if (at >= flags.length) flags = longer(flags, at);
    flags[at] = result ? yes : no;
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
