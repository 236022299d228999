import { wordProperty, type Word } from "./word.ts";

/** A group of entries, of which a sentence is to have one; the number tells groups apart. */
export interface WordGroup {
  readonly number: number;
  readonly words: ReadonlySet<string>;
  readonly starts: readonly string[];
}

/** Entries that groups share, in the order of the groups. */
type Entries = Map<string, number[]>;

interface Phrase {
  /** Numbers of its words, see `phraseWords`. */
  readonly words: readonly number[];
  readonly group: number;
}

/** All entries of all groups, to look a word up once instead of asking every group. */
const whole: Entries = new Map();
const starts: Entries = new Map();
const ends: Entries = new Map();
const insides: { readonly inside: string; readonly group: number }[] = [];
/** The words of all phrases are numbered; -1 stands for every other word. */
const phraseWords = new Map<string, number>();
/** Phrases by their first word. */
const phrases = new Map<string, Phrase[]>();
const noPhrases: readonly Phrase[] = [];
const lengths = { starts: new Set<number>(), ends: new Set<number>() };
/** Numbers are new in most answers, and parts of words are hardly ever digits. */
let partsHaveDigits = false;
let count = 0;

/**
 * The groups a word is an entry of, also as places and bits of a set, the phrases it begins, and its number
 * among the words of phrases.
 */
interface KnownWord {
  readonly groups: readonly number[];
  readonly places: readonly number[];
  readonly bits: readonly number[];
  readonly phrases: readonly Phrase[];
  readonly number: number;
}

/** Stands for words with a capital whose small letter is longer, or hangs on what stands beside it. */
const unsteadyWord: KnownWord = {
  groups: [],
  places: [],
  bits: [],
  phrases: noPhrases,
  number: -1,
};
/** Most words stand in no group. */
const unknownWord: KnownWord = { groups: [], places: [], bits: [], phrases: noPhrases, number: -1 };

/** Entries are in lower case, with straight apostrophes. */
export const plainText = wordProperty(({ text }) => text.toLowerCase().replaceAll("’", "'"));

/** What is known of a word; a new group makes it begin anew. */
let tellKnown: ((word: Word) => KnownWord) | undefined;

/**
 * Reads entries as they are authored: `word` is the word itself, `word*` its beginning, `*word`
 * its end, `*word*` its inside, `two words` stand side by side.
 */
export function addWordGroup(entries: readonly string[]): WordGroup {
  const number = count;
  count += 1;
  tellKnown = undefined;
  const plain = entries.filter((entry) => !entry.includes("*"));
  const beginnings = entries
    .filter((entry) => /^[^*]+\*$/u.test(entry))
    .map((entry) => entry.slice(0, -1));
  const endings = entries
    .filter((entry) => /^\*[^*]+$/u.test(entry))
    .map((entry) => entry.slice(1));
  const inner = entries
    .filter((entry) => /^\*[^*]+\*$/u.test(entry))
    .map((entry) => entry.replaceAll("*", ""));
  const words = plain.filter((entry) => !entry.includes(" "));
  partsHaveDigits ||= [beginnings, endings, inner].flat().some((part) => /\p{N}/u.test(part));
  for (const entry of words) push(whole, entry, number);
  for (const entry of beginnings) push(starts, entry, number);
  for (const entry of endings) push(ends, entry, number);
  for (const inside of inner) insides.push({ inside, group: number });
  for (const entry of beginnings) lengths.starts.add(entry.length);
  for (const entry of endings) lengths.ends.add(entry.length);
  for (const entry of plain) if (entry.includes(" ")) addPhrase(entry, number);
  return { number, words: new Set(words), starts: beginnings };
}

/**
 * A set of numbers of groups, as bits. Every sentence of an answer has one, and to make a plain array is
 * quicker than to make a typed one.
 */
export type GroupSet = readonly number[];

export function setOf(groups: readonly WordGroup[]): GroupSet {
  const set = emptySet();
  for (const { number } of groups) addTo(set, number);
  return set;
}

const noGroups: number[] = [];

function emptySet(): number[] {
  while (noGroups.length < (count + 31) >> 5) noGroups.push(0);
  return noGroups.slice();
}

/** Have the two sets a group in common? */
export function sharesGroup(a: GroupSet, b: GroupSet): boolean {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (((a[at] ?? 0) & (b[at] ?? 0)) !== 0) return true;
  return false;
}

/**
 * The groups that have one of these words, in whatever letters, or of whose phrases the words stand side by
 * side. Undefined where the small letters of a word hang on what stands around it.
 */
export function groupsOf(words: readonly Word[]): GroupSet | undefined {
  const set = emptySet();
  tellKnown ??= wordProperty(lookUp);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const known = tellKnown(word);
    if (known === unknownWord) continue;
    if (known === unsteadyWord) return undefined;
    const { places, bits, phrases: begun } = known;
    for (let entry = 0; entry < places.length; entry += 1) {
      const place = places[entry] ?? 0;
      set[place] = (set[place] ?? 0) | (bits[entry] ?? 0);
    }
    if (begun.length > 0 && numberAt(words, at + 1) >= 0) addPhrases(set, begun, { words, at });
  }
  return set;
}

/** Of a word among the words of phrases; most are in none. */
function numberAt(words: readonly Word[], at: number): number {
  const word = words[at];
  return word === undefined || tellKnown === undefined ? -1 : tellKnown(word).number;
}

function addPhrases(
  set: number[],
  begun: readonly Phrase[],
  { words, at }: { readonly words: readonly Word[]; readonly at: number },
): void {
  for (const phrase of begun) if (standsAt(phrase, words, at)) addTo(set, phrase.group);
}

function standsAt({ words: parts }: Phrase, words: readonly Word[], at: number): boolean {
  for (let offset = 1; offset < parts.length; offset += 1) {
    if (numberAt(words, at + offset) !== parts[offset]) return false;
  }
  return true;
}

export function hasGroup(set: GroupSet, { number }: WordGroup): boolean {
  return (((set[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** Is the single word an entry of the group, phrases left aside? */
export function isInGroup(word: Word, { number }: WordGroup): boolean {
  tellKnown ??= wordProperty(lookUp);
  return tellKnown(word).groups.includes(number);
}

function addTo(set: number[], number: number): void {
  set[number >> 5] = (set[number >> 5] ?? 0) | (1 << (number & 31));
}

function lookUp(written: Word): KnownWord {
  if (/[İΣ]/u.test(written.text)) return unsteadyWord;
  const word = plainText(written);
  const groups = whole.get(word)?.slice() ?? [];
  if (partsHaveDigits || !/^\p{N}+$/u.test(word)) addByParts(groups, word);
  const begun = phrases.get(word) ?? noPhrases;
  const number = phraseWords.get(word) ?? -1;
  if (groups.length === 0 && number < 0) return unknownWord;
  return knownWord(groups, begun, number);
}

function knownWord(groups: number[], begun: readonly Phrase[], number: number): KnownWord {
  const set = emptySet();
  for (const group of groups) addTo(set, group);
  const places = Array.from(set.keys()).filter((place) => set[place] !== 0);
  const bits = places.map((place) => set[place] ?? 0);
  return { groups, places, bits, phrases: begun, number };
}

/** Groups of which the beginning, the end or a part of the word is an entry. */
function addByParts(groups: number[], word: string): void {
  for (const length of lengths.starts) groups.push(...(starts.get(word.slice(0, length)) ?? []));
  for (const length of lengths.ends) groups.push(...(ends.get(word.slice(-length)) ?? []));
  for (const { inside, group } of insides) if (word.includes(inside)) groups.push(group);
}

function addPhrase(entry: string, group: number): void {
  const parts = entry.split(" ");
  const words = parts.map((part) => {
    const number = phraseWords.get(part) ?? phraseWords.size;
    phraseWords.set(part, number);
    return number;
  });
  const first = parts[0] ?? "";
  const found = phrases.get(first);
  if (found === undefined) phrases.set(first, [{ words, group }]);
  else found.push({ words, group });
}

function push(entries: Entries, entry: string, group: number): void {
  const groups = entries.get(entry);
  if (groups === undefined) entries.set(entry, [group]);
  else groups.push(group);
}
