import { keysOf } from "../text/inflection.ts";
import { wordProperty, type Word } from "../text/word.ts";
import { isPrivative } from "./word-relation.ts";

/** Shorter beginnings and ends relate no two words; see `shortestPart` in word-relation.ts. */
const edge = 4;

/** The words that facts want, by how their keys begin and end. */
export class RelatedWords {
  readonly #words: readonly Word[];
  readonly #byEdge = new Map<number, number[]>();
  /** Related to words by more than their edges. */
  readonly #privative: number[] = [];

  constructor(words: readonly Word[]) {
    this.#words = words;
    for (const [number, word] of words.entries()) {
      if (isPrivative(word)) this.#privative.push(number);
      for (const one of wantedEdgesOf(word)) {
        const sharing = this.#byEdge.get(one);
        if (sharing === undefined) this.#byEdge.set(one, [number]);
        else sharing.push(number);
      }
    }
  }

  /** Numbers of all wanted words that `relateWords` could relate a word to, and of some others. */
  candidates(found: Word): ReadonlySet<number> {
    if (isPrivative(found)) return new Set(this.#words.keys());
    const numbers = new Set(this.#privative);
    for (const one of edgesOf(found)) {
      for (const number of this.#byEdge.get(one) ?? []) numbers.add(number);
    }
    return numbers;
  }
}

/** How the keys of a word begin and end, as numbers. */
const edgesOf = wordProperty((word): readonly number[] => {
  const keys = [...keysOf(word)];
  return [...new Set([...keys.map(startOf), ...keys.map(endOf)])];
});

/** Also with `un-` taken off and put on, for opposites. */
function wantedEdgesOf(word: Word): ReadonlySet<number> {
  const keys = [...keysOf(word)];
  const negated = keys.filter((key) => key.length < edge).map((key) => `un${key}`);
  const plain = keys.filter((key) => key.startsWith("un")).map((key) => key.slice(2));
  return new Set([...keys.map(startOf), ...[...keys, ...negated, ...plain].map(endOf)]);
}

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
