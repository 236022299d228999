import { isPrivative, type KeyedWord } from "./word-relation.ts";

/** Shorter beginnings and ends relate no two words; see `shortestPart` in word-relation.ts. */
const edge = 4;

/** The words of an answer by how their keys begin and end. */
export class RelatedWords {
  readonly #words: readonly KeyedWord[];
  readonly #starts = new Map<string, KeyedWord[]>();
  readonly #ends = new Map<string, KeyedWord[]>();
  readonly #privative: readonly KeyedWord[];

  constructor(words: readonly KeyedWord[]) {
    this.#words = words;
    this.#privative = words.filter(isPrivative);
    for (const word of words) {
      for (const key of word.keys) {
        push(this.#starts, key.slice(0, edge), word);
        push(this.#ends, key.slice(-edge), word);
      }
    }
  }

  /** All words that `relateWords` could find a relation for, and some others. */
  candidates(wanted: KeyedWord): Iterable<KeyedWord> {
    if (isPrivative(wanted)) return this.#words;
    const found = new Set(this.#privative);
    const add = (words: readonly KeyedWord[] = []): void => {
      for (const word of words) found.add(word);
    };
    for (const key of wanted.keys) {
      add(this.#starts.get(key.slice(0, edge)));
      add(this.#ends.get(key.slice(-edge)));
      if (key.length < edge) add(this.#ends.get(`un${key}`.slice(-edge)));
      if (key.startsWith("un")) add(this.#ends.get(key.slice(2).slice(-edge)));
    }
    return found;
  }
}

function push(map: Map<string, KeyedWord[]>, key: string, word: KeyedWord): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else words.push(word);
}
