import { wordProperty, type Word } from "../word.ts";

/** What phrases have to do with a word in lower case. */
export interface PhraseWord {
  /** Numbers of the parts of phrases for which it can stand. */
  readonly parts: readonly number[];
  /** Finders of which a phrase can begin with it, as bits; finders may share one. */
  readonly finders: number;
}

interface Part {
  readonly words: readonly string[];
  readonly starts: readonly string[];
}

/** All parts of all phrases by how they are written, and finders by the part that begins a phrase. */
const numbers = new Map<string, number>();
const parts: Part[] = [];
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
  const options = written.split("|");
  const number = parts.length;
  numbers.set(written, number);
  parts.push({
    words: options.filter((option) => !option.endsWith("*")),
    starts: options.filter((option) => option.endsWith("*")).map((text) => text.slice(0, -1)),
  });
  return number;
}

/**
 * Adds a finder of phrases by the parts that begin them; undefined for one that may begin anywhere.
 * Returns its bit.
 */
export function addPhraseFinder(firsts: readonly (number | undefined)[]): number {
  const bit = 1 << (finders & 31);
  finders += 1;
  for (const part of firsts) {
    if (part === undefined) anywhere |= bit;
    else begun[part] = (begun[part] ?? 0) | bit;
  }
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

function readWord({ text }: Word): PhraseWord {
  const own: number[] = [];
  let beginning = anywhere;
  for (const [number, { words, starts }] of parts.entries()) {
    if (!words.includes(text) && !starts.some((start) => text.startsWith(start))) continue;
    own.push(number);
    beginning |= begun[number] ?? 0;
  }
  return own.length === 0 ? unknownWord : { parts: own, finders: beginning };
}
