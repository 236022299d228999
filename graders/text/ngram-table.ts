import { longer } from "./longer.ts";

const fewestNgrams = 1024;
/** Numbers before the n-grams of a word: its bytes, and how many numbers follow. */
const wordHead = 2;
/** Numbers before the entries of an n-gram in a word: which it is, and how many entries it has. */
const ngramHead = 2;
/** Of an entry, the bits of the score, which is 256 + 53 at most; the seven bits above are the language. */
const scoreBits = 9;
const scoreMask = 2 ** scoreBits - 1;

/**
 * The scores of n-grams by language. Most n-grams stand in the database for a few languages only, so
 * that there is a short list of entries for each, a language with its score. What a word needs lies
 * side by side, for reading here and there in memory costs more than adding up.
 */
export class NgramTable {
  readonly #sums: Int32Array;
  #entries = new Int32Array(fewestNgrams);
  /** Where the entries of each n-gram begin, and where those of the last end. */
  #firsts = new Int32Array(fewestNgrams);
  #lastText = new Int32Array(fewestNgrams);
  /** Half as wide as other numbers, so that a word is read from half as much memory. */
  #words = new Uint16Array(fewestNgrams);
  #size = 0;
  #wordsEnd = 0;
  #text = 0;
  #ngrams = 0;

  constructor(languages: number) {
    this.#sums = new Int32Array(languages);
  }

  /** N-grams in the table. */
  get size(): number {
    return this.#size;
  }

  /** Numbers that the words take. */
  get wordsSize(): number {
    return this.#wordsEnd;
  }

  /** Different n-grams of the text. */
  get ngrams(): number {
    return this.#ngrams;
  }

  /** Begins a text. */
  begin(): void {
    this.#sums.fill(0);
    this.#ngrams = 0;
    this.#text += 1;
  }

  clear(): void {
    this.#lastText.fill(0);
    this.#size = 0;
    this.#wordsEnd = 0;
  }

  /** Adds an n-gram to the table; `scores` has language and score by turns. Returns its number. */
  learn(scores: Uint8Array, more: number): number {
    const ngram = this.#size;
    const first = this.#firsts[ngram] ?? 0;
    const end = first + scores.length / 2;
    if (end > this.#entries.length) this.#entries = longer(this.#entries, end);
    if (ngram + 1 >= this.#firsts.length) {
      this.#firsts = longer(this.#firsts, ngram + 2);
      this.#lastText = longer(this.#lastText, ngram + 2);
    }
    for (let at = 0; at < scores.length; at += 2) {
      const score = (scores[at + 1] ?? 0) + more;
      this.#entries[first + at / 2] = ((scores[at] ?? 0) << scoreBits) | score;
    }
    this.#size += 1;
    this.#firsts[ngram + 1] = end;
    return ngram;
  }

  /** Adds a word with its n-grams, of which there are less than 2^16; returns its place. */
  learnWord(ngrams: readonly number[], bytes: number): number {
    const place = this.#wordsEnd;
    let length = 0;
    for (const ngram of ngrams) length += ngramHead + this.#entriesOf(ngram).length;
    const end = place + wordHead + length;
    if (end > this.#words.length) {
      const words = new Uint16Array(2 * end);
      words.set(this.#words);
      this.#words = words;
    }
    this.#words.set([bytes, length], place);
    let at = place + wordHead;
    for (const ngram of ngrams) {
      const entries = this.#entriesOf(ngram);
      this.#words.set([ngram, entries.length, ...entries], at);
      at += ngramHead + entries.length;
    }
    this.#wordsEnd = end;
    return place;
  }

  #entriesOf(ngram: number): Int32Array {
    return this.#entries.subarray(this.#firsts[ngram], this.#firsts[ngram + 1]);
  }

  bytesOf(word: number): number {
    return this.#words[word] ?? 0;
  }

  /** Every n-gram counts once in a text. */
  countWord(word: number): void {
    const words = this.#words;
    const lastText = this.#lastText;
    const sums = this.#sums;
    const text = this.#text;
    const end = word + wordHead + (words[word + 1] ?? 0);
    for (let at = word + wordHead; at < end;) {
      const ngram = words[at] ?? 0;
      const next = at + ngramHead + (words[at + 1] ?? 0);
      if (lastText[ngram] !== text) {
        lastText[ngram] = text;
        this.#ngrams += 1;
        for (let entry = at + ngramHead; entry < next; entry += 1) add(sums, words[entry] ?? 0);
      }
      at = next;
    }
  }

  /** As `countWord`, for a single n-gram. */
  count(ngram: number): void {
    if (this.#lastText[ngram] === this.#text) return;
    this.#lastText[ngram] = this.#text;
    this.#ngrams += 1;
    for (const entry of this.#entriesOf(ngram)) add(this.#sums, entry);
  }

  /** The sum of every language; overwritten by the next text. */
  sums(): Int32Array {
    return this.#sums;
  }
}

function add(sums: Int32Array, entry: number): void {
  const language = entry >> scoreBits;
  sums[language] = (sums[language] ?? 0) + (entry & scoreMask);
}
