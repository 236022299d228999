import { patternSentence, type PatternList } from "./phrase-pattern.ts";
import type { Word } from "./word.ts";
import { hasGroup, type WordGroup } from "./word-groups.ts";

/** A list of patterns as it is authored and as it was read, see `readPatterns`. */
export interface ScreenedList {
  readonly authored: readonly (readonly (readonly string[])[])[];
  readonly read: PatternList;
}

/** Lists of entries that several patterns share; `@name` stands for all of a list. */
export type NamedEntries = Readonly<Record<string, readonly string[]>>;

/** Groups of a pattern that are looked at. */
const mostGroups = 3;
/** Bits for patterns; where there are more, the last ones share those of the first. */
const patternBits = 32;
/** What has to be read may fit all of them. */
export const allPatterns = -1;

/**
 * Patterns as bits, by what a word is in them: in their first (0), second (1) or third group (2), from `firstWords`
 * on the first word of a phrase in it, from `secondWords` on the second one.
 */
export type WordBits = readonly number[];

export const firstWords = mostGroups;
export const secondWords = 2 * mostGroups;
const places = Array.from({ length: mostGroups }, (_unused, place) => place);
/** Of a word that stands in no pattern. */
export const noBits: WordBits = emptyBits();

function emptyBits(): number[] {
  return Array.from({ length: 3 * mostGroups }, () => 0);
}

/** The group of a pattern at a place; undefined where it has fewer. */
interface ScreenedGroup {
  readonly list: number;
  readonly bit: number;
  readonly place: number;
  readonly group: WordGroup | undefined;
  readonly phrases: readonly (readonly string[])[];
}

/** Knows of every word in which patterns of some lists it stands. */
export class ScreenedPatterns {
  /** Of every list, its patterns as bits. */
  readonly lists: readonly number[];
  /** Patterns that have no such group, so that no word is needed for it. */
  readonly given: WordBits;
  readonly #groups: readonly ScreenedGroup[];
  readonly #phrases = new Map<string, number[]>();

  constructor(lists: readonly ScreenedList[], named: NamedEntries) {
    const [ofLists, given] = [lists.map(() => 0), emptyBits()];
    this.#groups = screenedGroups(lists, named);
    for (const { list, bit, place, group, phrases } of this.#groups) {
      addBit(ofLists, list, bit);
      if (group === undefined) addBit(given, place, bit);
      for (const [first = "", second = ""] of phrases) {
        addBit(this.#bitsOfPhrase(first), firstWords + place, bit);
        addBit(this.#bitsOfPhrase(second), secondWords + place, bit);
      }
    }
    this.lists = ofLists;
    this.given = given;
  }

  #bitsOfPhrase(word: string): number[] {
    const bits = this.#phrases.get(word) ?? emptyBits();
    this.#phrases.set(word, bits);
    return bits;
  }

  /** Of a word as it is written. */
  bitsOf({ text }: Word): WordBits {
    // Such capitals are read with what stands beside them.
    if (/[İΣ]/u.test(text)) return noBits.map(() => allPatterns);
    const { groups, line } = patternSentence(text);
    const bits = this.#phrases.get(line.trim())?.slice() ?? emptyBits();
    for (const { group, bit, place } of this.#groups) {
      if (group !== undefined && hasGroup(groups, group)) addBit(bits, place, bit);
    }
    return bits.every((some) => some === 0) ? noBits : bits;
  }
}

function addBit(bits: number[], at: number, bit: number): void {
  bits[at] = (bits[at] ?? 0) | bit;
}

function screenedGroups(lists: readonly ScreenedList[], named: NamedEntries): ScreenedGroup[] {
  const patterns = lists.flatMap(({ authored, read }, list) => {
    return read.patterns.map((groups, at) => ({ list, groups, entries: authored[at] ?? [] }));
  });
  return patterns.flatMap(({ list, groups, entries }, at) => {
    const bit = 1 << (at % patternBits);
    return places.map((place) => {
      const phrases = phrasesOf(entries[place] ?? [], named);
      return { list, bit, place, group: groups[place], phrases };
    });
  });
}

/** The words of the phrases among the entries of a group. */
function phrasesOf(entries: readonly string[], named: NamedEntries): string[][] {
  const own = entries.flatMap((entry) => {
    return entry.startsWith("@") ? (named[entry.slice(1)] ?? []) : [entry];
  });
  return own.filter((entry) => entry.includes(" ")).map((entry) => entry.split(" "));
}
