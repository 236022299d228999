import { letter, mark, nextOfKind, number } from "./character-kinds.ts";
import type { ContentItem } from "./content-item.ts";
import { lengthOf } from "./length-of.ts";
import { endOfWord, mostWords, patternSentence, type PatternList } from "./phrase-pattern.ts";
import { wordAt, wordFlag, wordProperty, type Word } from "./word.ts";
import { hasGroup, type WordGroup } from "./word-groups.ts";

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

/** Lists of patterns as they are authored and as they were read, see `readPatterns`. */
export interface ScreenedList {
  readonly authored: readonly (readonly (readonly string[])[])[];
  readonly read: PatternList;
}

/** By the place of a group in a pattern: the patterns, as bits, that have such a group with the word. */
type WordBits = [first: number, second: number, third: number];

/** Bits for patterns; where there are more, the last ones share those of the first. */
const patternBits = 32;
/** What has to be read may fit all of them. */
const allPatterns = -1;
const noBits: Readonly<WordBits> = [0, 0, 0];
const inWords = letter | mark | number;

/**
 * Tells which lists of patterns a sentence does not fit for sure, by the few of its words that stand in one of them
 * at all. Most sentences fit none, so that they need not be read. Of a phrase the first word is looked at, where there is no other group the first three.
 */
export class PhraseScreen {
  readonly #groups: readonly ScreenedGroup[];
  /** Of the words of phrases. */
  readonly #phraseWords: ReadonlyMap<string, Readonly<WordBits>>;
  /** Of every list, its patterns as bits. */
  readonly #lists: readonly number[];
  /** Patterns that have no such group, so that no word is needed for it. */
  readonly #given: Readonly<WordBits>;
  readonly #isSilent: (word: Word) => boolean;
  readonly #bitsOf: (word: Word) => Readonly<WordBits>;

  constructor(lists: readonly ScreenedList[], named: NamedEntries = {}) {
    const patterns = numberPatterns(lists, named);
    this.#groups = patterns.flatMap(({ groups }) => groups);
    this.#phraseWords = bitsOfPhrases(this.#groups);
    this.#lists = lists.map((_list, at) => {
      return patterns.reduce((bits, { list, bit }) => (list === at ? bits | bit : bits), 0);
    });
    this.#given = withoutGroups(patterns);
    this.#bitsOf = wordProperty((word) => this.#readBits(word));
    this.#isSilent = wordFlag((word) => this.#bitsOf(word) === noBits);
  }

  /** The lists that the sentence may fit, as bits by their place. */
  listsOf(sentence: ScreenedSentence): number {
    const fitting = this.#patternsOf(sentence);
    let lists = 0;
    if (fitting === 0) return lists;
    for (let at = 0; at < this.#lists.length; at += 1) {
      if (((this.#lists[at] ?? 0) & fitting) !== 0) lists |= 1 << at;
    }
    return lists;
  }

  /** The patterns that the sentence may fit, as bits. */
  #patternsOf(sentence: ScreenedSentence): number {
    if (!beginsAtStart(sentence)) return allPatterns;
    const { text, start, items, from, to } = sentence;
    const length = lengthOf(text);
    let [first, second, third] = this.#given;
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
      if (!this.#isSilent(word)) {
        const bits = this.#bitsOf(word);
        first |= bits[0];
        second |= bits[1];
        third |= bits[2];
      }
      at = nextOfKind(text, end, inWords);
    }
    return first & second & third;
  }

  #readBits(word: Word): Readonly<WordBits> {
    // Such capitals are read with what stands beside them.
    if (/[İΣ]/u.test(word.text)) return [allPatterns, allPatterns, allPatterns];
    const { groups, line } = patternSentence(word.text);
    const inPhrases = this.#phraseWords.get(line.trim()) ?? noBits;
    const bits: WordBits = [inPhrases[0], inPhrases[1], inPhrases[2]];
    for (const { group, bit, place } of this.#groups) {
      if (hasGroup(groups, group)) bits[place] |= bit;
    }
    return bits.every((some) => some === 0) ? noBits : bits;
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

type NamedEntries = Readonly<Record<string, readonly string[]>>;
type GroupPlace = 0 | 1 | 2;

interface ScreenedGroup {
  readonly group: WordGroup;
  readonly phraseWords: ReadonlySet<string>;
  /** Of the pattern, and the place of the group in it; one group takes all places. */
  readonly bit: number;
  readonly place: GroupPlace;
}

interface ScreenedPattern {
  readonly list: number;
  readonly bit: number;
  readonly groups: readonly ScreenedGroup[];
}

function numberPatterns(lists: readonly ScreenedList[], named: NamedEntries): ScreenedPattern[] {
  const patterns = lists.flatMap(({ authored, read }, list) => {
    return read.patterns.map((groups, at) => ({ list, groups, entries: authored[at] ?? [] }));
  });
  return patterns.map(({ list, groups, entries }, at) => {
    const bit = 1 << (at % patternBits);
    const isSingle = groups.length === 1;
    const screened = places.flatMap((place) => {
      const group = groups[isSingle ? 0 : place];
      if (group === undefined) return [];
      const phrases = phrasesOf(entries[isSingle ? 0 : place] ?? [], named);
      const words = phrases.map((phrase) => phrase[isSingle ? place : 0] ?? phrase.at(-1) ?? "");
      return [{ group, phraseWords: new Set(words), bit, place }];
    });
    return { list, bit, groups: screened };
  });
}

const places: readonly GroupPlace[] = [0, 1, 2];

/** The words of the phrases among the entries of a group. */
function phrasesOf(entries: readonly string[], named: NamedEntries): (readonly string[])[] {
  const own = entries.flatMap((entry) => {
    return entry.startsWith("@") ? (named[entry.slice(1)] ?? []) : [entry];
  });
  return own.filter((entry) => entry.includes(" ")).map((entry) => entry.split(" "));
}

function bitsOfPhrases(groups: readonly ScreenedGroup[]): Map<string, WordBits> {
  const found = new Map<string, WordBits>();
  for (const { phraseWords, bit, place } of groups) {
    for (const word of phraseWords) {
      const bits = found.get(word) ?? [0, 0, 0];
      bits[place] |= bit;
      found.set(word, bits);
    }
  }
  return found;
}

function withoutGroups(patterns: readonly ScreenedPattern[]): Readonly<WordBits> {
  const given: WordBits = [0, 0, 0];
  for (const { bit, groups } of patterns) {
    for (const place of places) if (groups.length <= place) given[place] |= bit;
  }
  return given;
}
