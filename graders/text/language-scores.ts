import { codeAt } from "./code-at.ts";
import type { EldData } from "./read-eld-data.ts";
import { EldWordReader, letterTable, type TextPart } from "./eld-words.ts";
import { NgramTable } from "./ngram-table.ts";
import { wordAt, type Word } from "./word.ts";

/** Scores of a text: a sum for every language, and the number of different n-grams. */
export interface LanguageScores {
  readonly sums: Int32Array;
  readonly ngrams: number;
}

/** Added to every score, as eld does, whose database holds them without it. */
const baseScore = 53;
const longestWord = 70;
const longestText = 1000;
const cutAfter = 350;
const enforceCutAfter = 380;
/** N-grams that are kept; the letters of a few languages make fewer. */
const mostNgrams = 50_000;
/** Numbers that the words may take; two megabytes. */
const mostForWords = 2 ** 20;
/** More than there are words at a time (see `wordAt`), whose numbers follow each other. */
const wordSlots = 2 ** 15;
const space = 0x20;

/**
 * The scores that `detect` of eld 2.1.0 reckons for a text, to the last digit, but without making
 * strings and objects of every n-gram of every text. Undefined for the few texts this is not said
 * of: words of more than 70 bytes and letters whose bytes eld writes as a blank.
 */
export class LanguageScorer {
  readonly #data: EldData;
  /** N-grams with and without a blank before and behind, by their up to four bytes. */
  readonly #known: readonly Map<number, number>[] = [0, 1, 2, 3].map(() => new Map());
  readonly #table: NgramTable;
  readonly #word = new Uint8Array(longestWord + 4);
  readonly #words: EldWordReader;
  /** Number of a word and its place in the table by turns. */
  readonly #slots = new Int32Array(wordSlots * 2).fill(-1);

  constructor(data: EldData) {
    this.#data = data;
    this.#table = new NgramTable(data.languages.length);
    this.#words = new EldWordReader(letterTable(data.separators));
  }

  /** The sums are overwritten by the next call. */
  score(part: TextPart): LanguageScores | undefined {
    this.#begin();
    const { text, from, to } = part;
    if (to - from > longestText) return this.#scoreLetters(part);
    const words = this.#words;
    let bytes = 0;
    words.begin(part);
    while (bytes <= cutAfter && words.next()) {
      const word = this.#placeOf(wordAt(text, words.start, words.end));
      const length = this.#table.bytesOf(word);
      if (length === 0) return undefined;
      if (bytes > 0) bytes += 1;
      bytes += length;
      if (bytes > enforceCutAfter) {
        this.#begin();
        return this.#scoreLetters(part);
      }
      this.#table.countWord(word);
    }
    return { sums: this.#table.sums(), ngrams: this.#table.ngrams };
  }

  /** Letter by letter, as eld does, up to where it cuts a text. */
  #scoreLetters({ text, from, to }: TextPart): LanguageScores | undefined {
    const letters = text
      .substring(from, Math.min(to, from + longestText))
      .replace(this.#data.separators, " ")
      .trim()
      .toLowerCase();
    let length = 0;
    let bytes = 0;
    for (let at = 0; at < letters.length && bytes <= enforceCutAfter; at += 1) {
      const code = codeAt(letters, at);
      if (code === space) {
        this.#addWord(length);
        length = 0;
        if (bytes > cutAfter) break;
        bytes += 1;
        continue;
      }
      const size = this.#writeLetter(code, length);
      length += size;
      bytes += size;
      if (size === 0 || length > longestWord) return undefined;
    }
    this.#addWord(length);
    return { sums: this.#table.sums(), ngrams: this.#table.ngrams };
  }

  #begin(): void {
    this.#table.begin();
    if (this.#table.size < mostNgrams && this.#table.wordsSize < mostForWords) return;
    for (const known of this.#known) known.clear();
    this.#table.clear();
    this.#slots.fill(-1);
  }

  /** Writes the UTF-8 bytes of a letter at a place of the word; returns how many, 0 for a blank. */
  #writeLetter(code: number, at: number): number {
    const word = this.#word;
    if (code < 0x80) {
      word[at] = code;
      return 1;
    }
    const { bytes } = this.#data;
    const size = code < 0x800 ? 2 : 3;
    const lead = size === 2 ? 0xc0 | (code >> 6) : 0xe0 | (code >> 12);
    let isBlank = code >= 0xd800 && code < 0xe000;
    for (let number = 0; number < size; number += 1) {
      const rest = 0x80 | ((code >> (6 * (size - 1 - number))) & 0x3f);
      const written = bytes[number === 0 ? lead : rest] ?? space;
      if (written === space) isBlank = true;
      word[at + number] = written;
    }
    return isBlank ? 0 : size;
  }

  /** Where the word stands in the table of n-grams. */
  #placeOf(word: Word): number {
    const slots = this.#slots;
    const slot = (word.id & (wordSlots - 1)) * 2;
    if (word.id >= 0 && slots[slot] === word.id) return slots[slot + 1] ?? 0;
    const place = this.#learnWord(word.text.toLowerCase());
    if (word.id >= 0) {
      slots[slot] = word.id;
      slots[slot + 1] = place;
    }
    return place;
  }

  #learnWord(letters: string): number {
    let length = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const size = this.#writeLetter(codeAt(letters, at), length);
      length += size;
      if (size === 0 || length > longestWord) return this.#table.learnWord([], 0);
    }
    return this.#table.learnWord(this.#ngramsOf(length), length);
  }

  #addWord(length: number): void {
    for (const ngram of this.#ngramsOf(length)) this.#table.count(ngram);
  }

  /** N-grams of four bytes in steps of three; the last one ends with the word. */
  #ngramsOf(length: number): number[] {
    if (length === 0) return [];
    const ngrams: number[] = [];
    let at = 0;
    for (; at + 4 < length; at += 3) ngrams.push(this.#find(at, at + 4, at === 0 ? 1 : 0));
    ngrams.push(this.#find(Math.max(0, length - 4), length, at === 0 ? 3 : 2));
    return ngrams;
  }

  /** `blanks`: 1 with a blank before it, 2 with one behind it, 3 with both. */
  #find(from: number, to: number, blanks: number): number {
    const word = this.#word;
    let key = 0;
    for (let at = from; at < to; at += 1) key = (key << 8) | (word[at] ?? 0);
    return this.#known[blanks]?.get(key) ?? this.#learn(key, { from, to, blanks });
  }

  #learn(
    key: number,
    place: { readonly from: number; readonly to: number; readonly blanks: number },
  ): number {
    const inner = String.fromCharCode(...this.#word.subarray(place.from, place.to));
    const written = `${place.blanks & 1 ? " " : ""}${inner}${place.blanks & 2 ? " " : ""}`;
    const learnt = this.#table.learn(this.#data.scoresOf(written), baseScore);
    this.#known[place.blanks]?.set(key, learnt);
    return learnt;
  }
}
