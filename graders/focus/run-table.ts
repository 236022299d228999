import type { LowerTokens } from "./lower-tokens.ts";

/** Words of a run. */
export const runLength = 4;

/** Numbers of an entry: hash of a run, its sources as bits (0 for none), the text it was found in last. */
const entrySize = 3;
const fewestBits = 6;
/** The filter has 2^2 bits for every place of the table. */
const moreFilterBits = 2;

/**
 * The runs of four words of a few sources, to look for in a text. What is asked lies close together, for memory
 * is slow: a bit tells of most runs that no source has them, and what is copied is found in the order of the source.
 */
export class RunTable {
  readonly #words: LowerTokens;
  /** By the first word of a run, where it stands first. */
  readonly #entries: Int32Array;
  /** First words of the runs, from 1 on, by their hashes. */
  readonly #table: Int32Array;
  readonly #filter: Int32Array;
  readonly #filterBits: number;
  #text = 0;
  /** Where the run asked for last stands; below 0 for nowhere. */
  #last = nowhere;

  /** `words`: of all sources, one behind the other. */
  constructor(words: LowerTokens) {
    let bits = fewestBits;
    while (2 ** bits < 2 * words.size) bits += 1;
    this.#words = words;
    this.#entries = new Int32Array(entrySize * words.size);
    this.#table = new Int32Array(2 ** bits);
    this.#filterBits = bits + moreFilterBits;
    this.#filter = new Int32Array(2 ** (this.#filterBits - 5));
  }

  /** Adds the run of a source (below 32) that begins at a word. False if the source has it already. */
  add(first: number, source: number): boolean {
    const run = Array.from({ length: runLength }, (_unused, offset) => first + offset);
    const hash = hashOf(this.#words, run);
    const bit = this.#bitOf(hash);
    this.#filter[bit >> 5] = (this.#filter[bit >> 5] ?? 0) | (1 << (bit & 31));
    const place = this.#placeOf(hash, this.#words, run);
    const known = (this.#table[place] ?? 0) - 1;
    if (known < 0) this.#table[place] = first + 1;
    const entry = entrySize * (known < 0 ? first : known);
    const sources = this.#entries[entry + 1] ?? 0;
    this.#entries[entry] = hash;
    this.#entries[entry + 1] = sources | (1 << source);
    return ((sources >> source) & 1) === 0;
  }

  /** Begins a text, in which no run was found yet. */
  begin(): void {
    this.#text = (this.#text + 1) | 0;
    this.#last = nowhere;
  }

  /**
   * The sources, as bits, that have the next run of four words of the text, which has three in common with the
   * one before; 0 if it was found before.
   */
  sourcesOf(tokens: LowerTokens, run: ArrayLike<number>): number {
    this.#last = this.#find(tokens, run);
    if (this.#last < 0) return 0;
    const entry = entrySize * this.#last;
    if (this.#entries[entry + 2] === this.#text) return 0;
    this.#entries[entry + 2] = this.#text;
    return this.#entries[entry + 1] ?? 0;
  }

  /** First word of a run; below 0 for none. */
  #find(tokens: LowerTokens, run: ArrayLike<number>): number {
    const hash = hashOf(tokens, run);
    const bit = this.#bitOf(hash);
    if ((((this.#filter[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 0) return nowhere;
    const next = this.#last + 1;
    if (next > 0 && this.#isNext(next, hash)) {
      // The words before the last one were compared with the run before.
      const last = run[runLength - 1] ?? 0;
      if (tokens.isSame(last, this.#words, next + runLength - 1)) return next;
    }
    return (this.#table[this.#placeOf(hash, tokens, run)] ?? 0) - 1;
  }

  /** Has the run that begins at a word this hash? */
  #isNext(first: number, hash: number): boolean {
    const entry = entrySize * first;
    if (entry >= this.#entries.length) return false;
    return this.#entries[entry] === hash && this.#entries[entry + 1] !== 0;
  }

  /** The place of a run in the table, or a free one for it. */
  #placeOf(hash: number, tokens: LowerTokens, run: ArrayLike<number>): number {
    const table = this.#table;
    let place = this.#bitOf(hash) >> moreFilterBits;
    for (;;) {
      const first = (table[place] ?? 0) - 1;
      if (first < 0) return place;
      if (this.#entries[entrySize * first] === hash && this.#isRun(first, tokens, run))
        return place;
      place = (place + 1) & (table.length - 1);
    }
  }

  #isRun(first: number, tokens: LowerTokens, run: ArrayLike<number>): boolean {
    for (let offset = 0; offset < runLength; offset += 1) {
      if (!tokens.isSame(run[offset] ?? 0, this.#words, first + offset)) return false;
    }
    return true;
  }

  /** A place in the filter; the upper bits of a product spread best (see `spreadHash`). */
  #bitOf(hash: number): number {
    return Math.imul(hash, spread) >>> (32 - this.#filterBits);
  }
}

const nowhere = -1;
const spread = 0x9e3779b1;

function hashOf({ hashes }: LowerTokens, run: ArrayLike<number>): number {
  let hash = 0;
  for (let offset = 0; offset < runLength; offset += 1) {
    hash = Math.imul(hash, spread) ^ (hashes[run[offset] ?? 0] ?? 0);
  }
  return hash;
}
