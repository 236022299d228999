import { codeAt } from "./code-at.ts";
import { spreadHash } from "./spread-hash.ts";

/** Words that are kept; the words of a few languages are not many more. */
const mostWords = 20_000;
/** Longer runs of letters are hardly met twice. */
const longestWord = 60;
/** Letters of all kept words, in UTF-16 code units; words are a dozen long on average. */
const mostLetters = mostWords * 16;
/** Places of the table, three times as many as words. */
const tableSize = 2 ** 16;
/** Places for words that were asked for lately, a power of two. */
const latelySize = 2 ** 12;
/** Places that are looked at for one word, so that words made to collide cost no more than others. */
const mostProbes = 16;

/** Properties of words, which have a number each. */
let properties = 0;

/**
 * A word as it is written. All graders and all answers share one object for the same letters, and
 * what pure functions tell of it is kept by its number (see `wordProperty`), so that a word that was
 * met before costs one look into a table and not one for everything that is asked of it.
 */
export class Word {
  /** Rises with every word that is kept; -1 for one that is not. */
  readonly id: number;
  readonly hash: number;
  readonly text: string;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  /** What was told of the word when it is not among the kept ones, by the number of the property. */
  told: unknown[] | undefined;

  constructor(text: string, { id, hash }: { readonly id: number; readonly hash: number }) {
    this.id = id;
    this.hash = hash;
    this.text = text;
    this.length = text.length;
    this.told = undefined;
  }
}

/*
 * Kept words are numbered from 0, and what is known of them lies side by side in that order: the words of a
 * text are mostly learnt together, and a processor reads neighbours at once. Objects, of which each has to
 * be fetched by itself, took twice as long for an answer to another case than the one before.
 */
const words: Word[] = [];
/** Where the letters of a word begin; they end where those of the next one begin. */
const starts = new Int32Array(mostWords + 1);
const letters = new Uint16Array(mostLetters);
/** Numbers of words, plus one, by their hash; 0 where there is none. */
const table = new Int32Array(tableSize);
/** The same for words asked for lately, by a few of their letters: what an answer needs lies close together. */
const lately = new Int32Array(latelySize);
/** The id of the first word that is kept. */
let firstId = 0;

/**
 * The word between two offsets of a text, without a copy of its letters if it was met before. Two
 * calls for the same letters mostly give the same object, but need not: words are forgotten when
 * there are too many.
 */
export function wordAt(text: string, start: number, end: number): Word {
  const place = nearPlace(text, start, end);
  const near = (lately[place] ?? 0) - 1;
  if (near >= 0 && isAt(near, text, { start, end })) {
    const word = words[near];
    if (word !== undefined) return word;
  }
  const word = find(text, start, end);
  if (word.id >= 0) lately[place] = word.id - firstId + 1;
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
    const number = (table[place] ?? 0) - 1;
    if (number < 0) return learn(text.slice(start, end), hash, place);
    const word = words[number];
    if (word !== undefined && isAt(number, text, { start, end })) return word;
    place = (place + 1) & (tableSize - 1);
  }
  return new Word(text.slice(start, end), { id: -1, hash });
}

/** The word of these letters. */
export function wordOf(text: string): Word {
  return wordAt(text, 0, text.length);
}

function isAt(
  number: number,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const first = starts[number] ?? 0;
  const length = (starts[number + 1] ?? 0) - first;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at += 1) {
    if (letters[first + at] !== codeAt(text, start + at)) return false;
  }
  return true;
}

/** Full, the table begins anew; that costs time, never a different answer. */
function learn(text: string, hash: number, place: number): Word {
  if (text.length > longestWord) return new Word(text, { id: -1, hash });
  let free = place;
  if (words.length >= mostWords || (starts[words.length] ?? 0) + text.length > mostLetters) {
    forgetAll();
    free = spreadHash(hash);
  }
  const number = words.length;
  const word = new Word(ownCopy(text), { id: firstId + number, hash });
  const first = starts[number] ?? 0;
  for (let at = 0; at < text.length; at += 1) letters[first + at] = text.charCodeAt(at);
  starts[number + 1] = first + text.length;
  words.push(word);
  table[free] = number + 1;
  return word;
}

function forgetAll(): void {
  firstId += words.length;
  words.length = 0;
  table.fill(0);
  lately.fill(0);
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
  const property = properties;
  properties += 1;
  let first = firstId;
  let results: (Result | undefined)[] = [undefined];
  const readKept = (word: Word): Result => {
    const result = read(word);
    // Reading may have met other words, even so many that all are forgotten.
    if (word.id < firstId) return result;
    if (first !== firstId) {
      first = firstId;
      results = [undefined];
    }
    const at = word.id - first;
    while (results.length <= at) results.push(undefined);
    results[at] = result;
    return result;
  };
  // All that is rare is behind one call: a branch that was never taken when a function was compiled costs
  // compiling it again.
  const readRarely = (word: Word): Result => {
    return word.id < firstId ? readOther(word, property, read) : readKept(word);
  };
  return (word) => {
    const at = word.id - first;
    const told = first === firstId && at >= 0 && at < results.length ? results[at] : undefined;
    return told ?? readRarely(word);
  };
}

/** A word that is not kept, or no longer, tells its properties itself. */
function readOther<Result>(word: Word, property: number, read: (word: Word) => Result): Result {
  word.told ??= [];
  // Only this property writes to this place.
  const told = word.told[property] as Result | undefined;
  if (told !== undefined) return told;
  const result = read(word);
  while (word.told.length < property) word.told.push(undefined);
  word.told[property] = result;
  return result;
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
  const readRarely = (word: Word): boolean => {
    if (word.id < firstId) return read(word);
    const result = read(word);
    // Reading may have met other words, even so many that all are forgotten.
    if (word.id < firstId) return result;
    if (first !== firstId) {
      first = firstId;
      flags = new Uint8Array(fewestBytes);
    }
    const at = word.id - first;
    if (at >> 2 >= flags.length) flags = longer(flags, at >> 2);
    flags[at >> 2] = (flags[at >> 2] ?? 0) | ((result ? yes : no) << ((at & 3) << 1));
    return result;
  };
  return (word) => {
    const at = word.id - first;
    const told = first === firstId && at >= 0 ? ((flags[at >> 2] ?? 0) >> ((at & 3) << 1)) & 3 : 0;
    return told === 0 ? readRarely(word) : told === yes;
  };
}

/** Two bits; 0 stands for not asked. */
const no = 1;
const yes = 2;

function longer(flags: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  let { length } = flags;
  while (length <= at) length *= 2;
  const copy = new Uint8Array(length);
  copy.set(flags);
  return copy;
}

/**
 * Takes the paths of words that are not kept, or no longer, while few words are there. Compiled code in which a
 * path was never taken is thrown away when it is, and every function that asks for words has it inside: without
 * this, half a second of compiling followed when the table first began anew.
 */
function takeRarePaths(): void {
  const isShort = wordFlag(({ length }) => length < 2);
  const [first, second] = [wordProperty(({ text }) => text), wordProperty(({ length }) => length)];
  for (let round = 0; round < rounds; round += 1) {
    const kept = wordOf("a");
    const long = wordOf("a".repeat(longestWord + 1));
    const ask = (word: Word): string | number => (isShort(word) ? first(word) : second(word));
    [kept, long].forEach(ask);
    forgetAll();
    [kept, long].forEach(ask);
  }
}

/** Enough for the engine to take notes of what functions meet. */
const rounds = 24;

takeRarePaths();
