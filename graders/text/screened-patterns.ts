import { patternSentence, type PatternList } from "./phrase-pattern.ts";
import type { Word } from "./word.ts";
import { hasGroup, type WordGroup } from "./word-groups.ts";
import { longer } from "./longer.ts";

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

/** Where in its row the bits of a word as the first and second word of phrases begin. */
export const firstWords = mostGroups;
export const secondWords = 2 * mostGroups;
const rowSize = 3 * mostGroups;
/** Begins the row of a word that stands in no pattern. */
export const silentRow = 0;
const fewestRows = 64;
const places = Array.from({ length: mostGroups }, (_unused, place) => place);
const noBits: readonly number[] = Array.from({ length: rowSize }, () => 0);

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
  /** Patterns, as bits, that have no first, second or third group, so that no word is needed for it. */
  readonly given: readonly number[];
  readonly #groups: readonly ScreenedGroup[];
  readonly #phrases = new Map<string, number[]>();
  /** Words of entries, or their parts, that have a digit. */
  readonly #digits: readonly string[];
  /** Where the rows of the same bits begin. */
  readonly #rows = new Map<string, number>([[noBits.join(), silentRow]]);
  #table = new Int32Array(rowSize * fewestRows);

  constructor(lists: readonly ScreenedList[], named: NamedEntries) {
    const [ofLists, given] = [lists.map(() => 0), noBits.slice()];
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
    this.#digits = [
      ...lists.flatMap(({ authored }) => authored.flat(2)),
      ...Object.values(named).flat(),
    ]
      .flatMap((entry) => entry.replaceAll("*", "").split(" "))
      .filter((word) => /\d/u.test(word));
  }

  #bitsOfPhrase(word: string): number[] {
    const bits = this.#phrases.get(word) ?? noBits.slice();
    this.#phrases.set(word, bits);
    return bits;
  }

  /**
   * Patterns as bits, in rows: those that have a word in their first, second or third group, and from `firstWords`
   * and `secondWords` on those that have it in a phrase there.
   */
  get table(): Int32Array {
    return this.#table;
  }

  /** Where in the table the row of a word begins, as it is written. */
  rowOf({ text }: Word): number {
    // Such capitals are read with what stands beside them.
    if (/[İΣ]/u.test(text)) return this.#rowOfBits(noBits.map(() => allPatterns));
    // Numbers are new in most answers.
    if (/^\d+$/u.test(text) && !this.#digits.some((part) => text.includes(part))) {
      return silentRow;
    }
    const { groups, line } = patternSentence(text);
    const bits = this.#phrases.get(line.trim())?.slice() ?? noBits.slice();
    for (const { group, bit, place } of this.#groups) {
      if (group !== undefined && hasGroup(groups, group)) addBit(bits, place, bit);
    }
    return this.#rowOfBits(bits);
  }

  #rowOfBits(bits: readonly number[]): number {
    const key = bits.join();
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = rowSize * this.#rows.size;
    if (row >= this.#table.length) this.#table = longer(this.#table);
    this.#table.set(bits, row);
    this.#rows.set(key, row);
    return row;
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
