import type { LowerTokens } from "./lower-tokens.ts";

/** Words of a run. */
export const runLength = 4;

/** Numbers of an entry: hash and first word (from 1 on) of a run, its sources as bits, the text it was found in last. */
const entrySize = 4;
const fewestEntryBits = 6;
/** The filter has 2^2 bits for every entry. */
const moreFilterBits = 2;

/**
 * The runs of four words of a few sources, to look for in a text. What is asked lies close together, for memory
 * is slow: a bit tells of most runs that no source has them, an entry all of one that some have.
 */
export class RunTable {
  readonly #words: LowerTokens;
  readonly #entries: Int32Array;
  readonly #entryMask: number;
  readonly #filter: Int32Array;
  readonly #filterBits: number;
  #text = 0;

  /** `words`: of all sources, one behind the other. */
  constructor(words: LowerTokens) {
    let bits = fewestEntryBits;
    while (2 ** bits < 2 * words.size) bits += 1;
    this.#words = words;
    this.#entries = new Int32Array(entrySize * 2 ** bits);
    this.#entryMask = 2 ** bits - 1;
    this.#filterBits = bits + moreFilterBits;
    this.#filter = new Int32Array(2 ** (this.#filterBits - 5));
  }

  /** Adds the run of a source (below 32) that begins at a word. False if the source has it already. */
  add(first: number, source: number): boolean {
    const run = Array.from({ length: runLength }, (_unused, offset) => first + offset);
    const hash = hashOf(this.#words, run);
    const place = this.#placeOf(hash);
    const bit = 1 << (place & 31);
    this.#filter[place >> 5] = (this.#filter[place >> 5] ?? 0) | bit;
    const entry = this.#find(hash, this.#words, run);
    const sources = this.#entries[entry + 2] ?? 0;
    if (sources === 0) {
      this.#entries[entry] = hash;
      this.#entries[entry + 1] = first + 1;
    }
    this.#entries[entry + 2] = sources | (1 << source);
    return ((sources >> source) & 1) === 0;
  }

  /** Begins a text, in which no run was found yet. */
  begin(): void {
    this.#text = (this.#text + 1) | 0;
  }

  /** The sources, as bits, that have the run of these four tokens; 0 if it was found in the text before. */
  sourcesOf(tokens: LowerTokens, run: ArrayLike<number>): number {
    const hash = hashOf(tokens, run);
    const place = this.#placeOf(hash);
    if ((((this.#filter[place >> 5] ?? 0) >> (place & 31)) & 1) === 0) return 0;
    const entry = this.#find(hash, tokens, run);
    const sources = this.#entries[entry + 2] ?? 0;
    if (sources === 0 || this.#entries[entry + 3] === this.#text) return 0;
    this.#entries[entry + 3] = this.#text;
    return sources;
  }

  /** A place in the filter; the upper bits of a product spread best (see `spreadHash`). */
  #placeOf(hash: number): number {
    return Math.imul(hash, spread) >>> (32 - this.#filterBits);
  }

  /** The entry of a run, or a free one for it. */
  #find(hash: number, tokens: LowerTokens, run: ArrayLike<number>): number {
    const entries = this.#entries;
    let at = this.#placeOf(hash) >> moreFilterBits;
    for (;;) {
      const entry = at * entrySize;
      const first = (entries[entry + 1] ?? 0) - 1;
      if (first < 0) return entry;
      if (entries[entry] === hash && this.#isRun(first, tokens, run)) return entry;
      at = (at + 1) & this.#entryMask;
    }
  }

  #isRun(first: number, tokens: LowerTokens, run: ArrayLike<number>): boolean {
    for (let offset = 0; offset < runLength; offset += 1) {
      if (!tokens.isSame(run[offset] ?? 0, this.#words, first + offset)) return false;
    }
    return true;
  }
}

const spread = 0x9e3779b1;

function hashOf({ hashes }: LowerTokens, run: ArrayLike<number>): number {
  let hash = 0;
  for (let offset = 0; offset < runLength; offset += 1) {
    hash = Math.imul(hash, spread) ^ (hashes[run[offset] ?? 0] ?? 0);
  }
  return hash;
}
