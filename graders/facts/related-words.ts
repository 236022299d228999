import { keysOf } from "../text/inflection.ts";
import { spreadHash } from "../text/spread-hash.ts";
import { wordProperty } from "../text/word.ts";
import { isPrivative, type KeyedWord } from "./word-relation.ts";

/** Shorter beginnings and ends relate no two words; see `shortestPart` in word-relation.ts. */
const edge = 4;
/** Places of the table, some times as many as the edges of an answer. A power of two. */
const tableSize = 2048;

/**
 * The words of an answer by how their keys begin and end: a table of chains, in typed arrays because
 * it is made for every answer and asked for every word of every fact.
 */
export class RelatedWords {
  readonly #words: readonly KeyedWord[];
  /** Related to words by more than their edges. */
  readonly #privative: readonly number[];
  /** The latest entry of a place of the table, plus one; 0 for none. */
  readonly #latest = new Int32Array(tableSize);
  /** Of every entry: the entry before it at its place, plus one, its edge, and its word. */
  readonly #before: number[] = [];
  readonly #edges: number[] = [];
  readonly #owners: number[] = [];
  /** By word: the question that found it last. */
  readonly #foundBy: Int32Array;
  #question = 0;

  constructor(words: readonly KeyedWord[]) {
    this.#words = words;
    this.#foundBy = new Int32Array(words.length);
    this.#privative = [...words.keys()].filter((at) => isPrivativeAt(words, at));
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]?.word;
      if (word !== undefined) for (const one of edgesOf(word)) this.#add(one, at);
    }
  }

  /** All words that `relateWords` could find a relation for, and some others. */
  candidates(wanted: KeyedWord): readonly KeyedWord[] {
    if (isPrivative(wanted.word)) return this.#words;
    this.#question += 1;
    const found: KeyedWord[] = [];
    for (const at of this.#privative) this.#find(at, found);
    for (const one of wantedEdgesOf(wanted.word)) {
      let entry = this.#latest[placeOf(one)] ?? 0;
      for (; entry > 0; entry = this.#before[entry - 1] ?? 0) {
        if (this.#edges[entry - 1] === one) this.#find(this.#owners[entry - 1] ?? 0, found);
      }
    }
    return found;
  }

  #add(one: number, owner: number): void {
    const place = placeOf(one);
    this.#before.push(this.#latest[place] ?? 0);
    this.#edges.push(one);
    this.#latest[place] = this.#owners.push(owner);
  }

  #find(at: number, found: KeyedWord[]): void {
    const word = this.#words[at];
    if (word === undefined || this.#foundBy[at] === this.#question) return;
    this.#foundBy[at] = this.#question;
    found.push(word);
  }
}

function isPrivativeAt(words: readonly KeyedWord[], at: number): boolean {
  const word = words[at]?.word;
  return word !== undefined && isPrivative(word);
}

/** How the keys of a word begin and end, as numbers. */
const edgesOf = wordProperty((word): readonly number[] => {
  const keys = [...keysOf(word)];
  return [...new Set([...keys.map(startOf), ...keys.map(endOf)])];
});

/** Also with `un-` taken off and put on, for opposites. */
const wantedEdgesOf = wordProperty((word): readonly number[] => {
  const keys = [...keysOf(word)];
  const negated = keys.filter((key) => key.length < edge).map((key) => `un${key}`);
  const plain = keys.filter((key) => key.startsWith("un")).map((key) => key.slice(2));
  return [...new Set([...keys.map(startOf), ...[...keys, ...negated, ...plain].map(endOf)])];
});

function startOf(key: string): number {
  return numberOf(key.slice(0, edge)) | 1;
}

function endOf(key: string): number {
  return numberOf(key.slice(-edge)) & ~1;
}

/** One number for up to four letters; two edges of one number only make a candidate too many. */
function numberOf(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) {
    number = Math.imul(number, 251) + letters.charCodeAt(at);
  }
  return number << 1;
}

function placeOf(number: number): number {
  return spreadHash(number) & (tableSize - 1);
}
