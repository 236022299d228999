import { keysOf } from "../text/inflection.ts";
import { wordProperty } from "../text/word.ts";
import { isPrivative, type KeyedWord } from "./word-relation.ts";

/** Shorter beginnings and ends relate no two words; see `shortestPart` in word-relation.ts. */
const edge = 4;

/** The words of an answer by how their keys begin and end. */
export class RelatedWords {
  readonly #words: readonly KeyedWord[];
  readonly #edges: readonly WordEdges[];

  constructor(words: readonly KeyedWord[]) {
    this.#words = words;
    this.#edges = words.map(({ word }) => edgesOf(word));
  }

  /** All words that `relateWords` could find a relation for, and some others. */
  candidates(wanted: KeyedWord): readonly KeyedWord[] {
    if (isPrivative(wanted.word)) return this.#words;
    const { starts, ends } = wantedEdgesOf(wanted.word);
    const found: KeyedWord[] = [];
    for (const [at, word] of this.#words.entries()) {
      const own = this.#edges[at];
      if (own === undefined) continue;
      if (own.isPrivative || shareOne(own.starts, starts) || shareOne(own.ends, ends)) {
        found.push(word);
      }
    }
    return found;
  }
}

/**
 * How the keys of a word begin and end, as numbers: a few dozen words are compared with each word of
 * a fact, which costs less than an index of each answer.
 */
interface WordEdges {
  readonly starts: Edges;
  readonly ends: Edges;
  readonly isPrivative: boolean;
}

/** Numbers, and a bit for each: where no bit is common, no number is. */
interface Edges {
  readonly numbers: readonly number[];
  readonly bits: number;
}

const edgesOf = wordProperty((word): WordEdges => {
  const keys = keysOf(word);
  return {
    starts: numbersOf(Array.from(keys, (key) => key.slice(0, edge))),
    ends: numbersOf(Array.from(keys, (key) => key.slice(-edge))),
    isPrivative: isPrivative(word),
  };
});

/** Also with `un-` taken off and put on, for opposites. */
const wantedEdgesOf = wordProperty((word): Pick<WordEdges, "starts" | "ends"> => {
  const keys = [...keysOf(word)];
  const negated = keys.filter((key) => key.length < edge).map((key) => `un${key}`);
  const plain = keys.filter((key) => key.startsWith("un")).map((key) => key.slice(2));
  return {
    starts: numbersOf(keys.map((key) => key.slice(0, edge))),
    ends: numbersOf([...keys, ...negated, ...plain].map((key) => key.slice(-edge))),
  };
});

/** One number for up to four letters; two edges of one number only make a candidate too many. */
function numbersOf(edges: readonly string[]): Edges {
  const numbers = edges.map((letters) => {
    let number = 0;
    for (let at = 0; at < letters.length; at += 1) number = (number << 8) ^ letters.charCodeAt(at);
    return number;
  });
  const bits = numbers.reduce((all, number) => all | (1 << (number ^ (number >> 5))), 0);
  return { numbers: [...new Set(numbers)], bits };
}

function shareOne(a: Edges, b: Edges): boolean {
  if ((a.bits & b.bits) === 0) return false;
  return a.numbers.some((number) => b.numbers.includes(number));
}
