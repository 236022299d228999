import { letter, mark, nextOfKind, number } from "./character-kinds.ts";
import type { ContentItem } from "./content-item.ts";
import { lengthOf } from "./length-of.ts";
import { endOfWord, mostWords } from "./phrase-pattern.ts";
import {
  allPatterns,
  firstWords,
  ScreenedPatterns,
  secondWords,
  silentRow,
  type NamedEntries,
  type ScreenedList,
} from "./screened-patterns.ts";
import { wordAt, wordFlag, wordProperty, type Word } from "./word.ts";

/** The items `from` to before `to` of a text. */
export interface ItemRun {
  readonly items: readonly ContentItem[];
  readonly from: number;
  readonly to: number;
}

/** A sentence with its words and values; `start` is its place in the text. */
export interface ScreenedSentence extends ItemRun {
  readonly text: string;
  readonly start: number;
}

const inWords = letter | mark | number;

/**
 * Tells which lists of patterns a sentence does not fit for sure, by the few of its words that stand in one of them
 * at all; most sentences fit none, so that they need not be read. Of a phrase the first two words are looked at.
 */
export class PhraseScreen {
  readonly #patterns: ScreenedPatterns;
  readonly #rowOf: (word: Word) => number;
  readonly #isSilent: (word: Word) => boolean;

  constructor(lists: readonly ScreenedList[], named: NamedEntries = {}) {
    const patterns = new ScreenedPatterns(lists, named);
    this.#patterns = patterns;
    this.#rowOf = wordProperty((word) => patterns.rowOf(word));
    this.#isSilent = wordFlag((word) => this.#rowOf(word) === silentRow);
  }

  /** The lists that the sentence may fit, as bits by their place. */
  listsOf(sentence: ScreenedSentence): number {
    const fitting = beginsAtStart(sentence) ? this.#patternsOf(sentence) : allPatterns;
    let found = 0;
    if (fitting === 0) return found;
    const { lists } = this.#patterns;
    for (let at = 0; at < lists.length; at += 1) {
      if (((lists[at] ?? 0) & fitting) !== 0) found |= 1 << at;
    }
    return found;
  }

  /** The patterns that the sentence may fit, as bits. */
  #patternsOf({ text, start, items, from, to }: ScreenedSentence): number {
    const length = lengthOf(text);
    const found = new FoundGroups(this.#patterns);
    let item = from;
    let words = 0;
    for (let at = nextOfKind(text, 0, inWords); at < length;) {
      const end = endOfWord(text, at);
      while (item < to && (items[item]?.end ?? 0) <= start + at) item += 1;
      const next = item < to ? items[item] : undefined;
      const touches = next !== undefined && next.start < start + end;
      words += 1;
      if (words > mostWords || (touches && cuts(next, start + at, start + end))) return allPatterns;
      const word = touches && isWord(next, end - at) ? next.word : wordAt(text, at, end);
      found.add(this.#isSilent(word) ? silentRow : this.#rowOf(word));
      at = nextOfKind(text, end, inWords);
    }
    return found.patterns;
  }
}

/** The groups of patterns of which a sentence has a word, or the first two of a phrase. */
class FoundGroups {
  readonly #patterns: ScreenedPatterns;
  #first: number;
  #second: number;
  #third: number;
  #before = silentRow;

  constructor(patterns: ScreenedPatterns) {
    const { given } = patterns;
    this.#patterns = patterns;
    this.#first = given[0] ?? 0;
    this.#second = given[1] ?? 0;
    this.#third = given[2] ?? 0;
  }

  /** Adds the next word by its row. */
  add(row: number): void {
    if (row !== silentRow) {
      this.#first |= this.#bitsAt(row, 0);
      this.#second |= this.#bitsAt(row, 1);
      this.#third |= this.#bitsAt(row, 2);
    }
    this.#before = row;
  }

  #bitsAt(row: number, place: number): number {
    const { table } = this.#patterns;
    const begun = table[this.#before + firstWords + place] ?? 0;
    return (table[row + place] ?? 0) | (begun & (table[row + secondWords + place] ?? 0));
  }

  /** Those of which it has all groups. */
  get patterns(): number {
    return this.#first & this.#second & this.#third;
  }
}

/** Does a `Passage` find its first item where it stands? */
function beginsAtStart({ text, start, items, from, to }: ScreenedSentence): boolean {
  const first = from < to ? items[from] : undefined;
  if (first === undefined) return true;
  const place = first.start - start;
  if (place === 0 && first.end - first.start === first.text.length) return true;
  return Math.max(0, text.indexOf(first.text)) === place;
}

/** Does an item begin or end within a range? */
function cuts(item: ContentItem, from: number, to: number): boolean {
  return item.start > from || item.end < to;
}

/** Is the item, around whose letters there may be more, a word of so many letters? */
function isWord({ start, end, value, word }: ContentItem, length: number): boolean {
  return value === undefined && end - start === length && word.length === length;
}
