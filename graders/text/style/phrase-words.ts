import { wordProperty, type Word } from "../word.ts";

/** What phrases have to do with a word, in capital or small letters. */
export interface PhraseWord {
  /** Numbers of the parts of phrases for which it can stand. */
  readonly parts: readonly number[];
  /** Finders of which a phrase can begin with it, as bits; finders may share one. */
  readonly finders: number;
}

/** All parts of all phrases by how they are written, by their words, and by the beginnings of words. */
const numbers = new Map<string, number>();
const whole = new Map<string, number[]>();
const starts = new Map<string, number[]>();
/** Finders by the number of a part that begins a phrase. */
const begun: number[] = [];
/** Finders with a phrase that may begin anywhere. */
let anywhere = 0;
let finders = 0;
/** Most words stand for no part. */
let unknownWord: PhraseWord = { parts: [], finders: anywhere };
/** What is known of a word; a new finder makes it begin anew. */
let tell: ((word: Word) => PhraseWord) | undefined;

/** The number of a part as it is authored: `word`, `stem*`, `one|other`. */
export function phrasePart(written: string): number {
  const known = numbers.get(written);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(written, number);
  for (const option of written.split("|")) {
    if (option.endsWith("*")) push(starts, option.slice(0, -1), number);
    else push(whole, option, number);
  }
  return number;
}

function push(entries: Map<string, number[]>, key: string, number: number): void {
  entries.set(key, [...(entries.get(key) ?? []), number]);
}

/**
 * Adds a finder of phrases by the parts that begin them; `isAnywhere`: one may begin anywhere. Returns
 * its bit.
 */
export function addPhraseFinder(firsts: Iterable<number>, isAnywhere: boolean): number {
  const bit = 1 << (finders & 31);
  finders += 1;
  for (const part of firsts) begun[part] = (begun[part] ?? 0) | bit;
  if (isAnywhere) anywhere |= bit;
  unknownWord = { parts: [], finders: anywhere };
  tell = undefined;
  return bit;
}

/** How many finders there are. */
export function phraseFinders(): number {
  return finders;
}

export function phraseWord(word: Word): PhraseWord {
  tell ??= wordProperty(readWord);
  return tell(word);
}

function readWord(word: Word): PhraseWord {
  const text = word.text.toLowerCase();
  const parts = new Set(whole.get(text));
  for (const [start, own] of starts) {
    if (text.startsWith(start)) for (const part of own) parts.add(part);
  }
  if (parts.size === 0) return unknownWord;
  let beginning = anywhere;
  for (const part of parts) beginning |= begun[part] ?? 0;
  return { parts: [...parts], finders: beginning };
}
