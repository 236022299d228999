import type { TextRange } from "../text-span.ts";
import { addPhraseFinder, phrasePart } from "./phrase-words.ts";
import { rangeOf, type StyleSentence, type StyleToken } from "./style-text.ts";

/** Looks for phrases in a sentence; the longest one at each word, none inside another. */
export type PhraseFinder = (sentence: StyleSentence) => TextRange[];

/** A part of a phrase as `phrasePart` numbers it, with `afterGap` and `atEnd` as its lowest bits. */
type PartCode = number;

/** Words of the same clause may stand before this part. */
const afterGap = 1;
/** Only as the last word of its clause. */
const atEnd = 2;
const numberShift = 2;

/** The phrases of a finder, of which many are looked at for one that stands in a text. */
interface PhraseList {
  /** Where the phrases with a first part begin in `codes`, by its number. */
  readonly byFirst: ReadonlyMap<number, number>;
  /** Where those begin that a gap begins. */
  readonly anywhere: number;
  /** Phrases one behind the other: how many parts, and the parts. A 0 ends those with one beginning. */
  readonly codes: readonly number[];
}

/** Words that a gap spans at most. */
const widestGap = 12;

/**
 * Makes a finder of phrases as they are authored: `word`, `stem*`, `one|other`, and `…` for up to
 * twelve words of the same clause. `ab$` only fits at the end of a clause. Upper and lower case are
 * alike.
 *
 * @example
 * phraseFinder(["in Anspruch … nehm*|nimm*"]);
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const list = listOf(phrases.map(readPhrase).filter(({ length }) => length > 0));
  const { codes } = list;
  const bit = addPhraseFinder(list.byFirst.keys(), codes[list.anywhere] !== 0);
  return ({ tokens, phraseBeginnings }) => {
    const found: TextRange[] = [];
    const { finders, places, parts } = phraseBeginnings;
    if ((finders & bit) === 0) return found;
    const search = { tokens, parts, codes };
    let before = -1;
    for (let number = 0; number < places.length; number += 2) {
      const at = places[number] ?? 0;
      if (at <= before || ((places[number + 1] ?? 0) & bit) === 0) continue;
      const last = longestEnd(search, at, list);
      if (last < at) continue;
      found.push(rangeOf(tokens, at, last));
      before = last;
    }
    return found;
  };
}

/** The words of a sentence, the parts of phrases for which each can stand, and phrases. */
interface Search extends Pick<PhraseList, "codes"> {
  readonly tokens: readonly StyleToken[];
  readonly parts: readonly (readonly number[])[];
}

function listOf(read: readonly (readonly PartCode[])[]): PhraseList {
  const codes: number[] = [];
  const add = (phrases: readonly (readonly PartCode[])[]): number => {
    const start = codes.length;
    for (const phrase of phrases) codes.push(phrase.length, ...phrase);
    codes.push(0);
    return start;
  };
  const isAnywhere = ([first = 0]: readonly PartCode[]): boolean => (first & afterGap) !== 0;
  const begun = Map.groupBy(
    read.filter((phrase) => !isAnywhere(phrase)),
    ([first = 0]) => first >> numberShift,
  );
  const byFirst = new Map(Array.from(begun, ([first, phrases]) => [first, add(phrases)]));
  return { byFirst, anywhere: add(read.filter(isAnywhere)), codes };
}

function readPhrase(phrase: string): PartCode[] {
  const parts: PartCode[] = [];
  let gap = 0;
  for (const written of phrase.toLowerCase().split(" ")) {
    if (written !== "…") {
      const number = phrasePart(written.replace(/\$$/u, ""));
      parts.push((number << numberShift) | gap | (written.endsWith("$") ? atEnd : 0));
    }
    gap = written === "…" ? afterGap : 0;
  }
  return parts;
}

function longestEnd(search: Search, from: number, { byFirst, anywhere }: PhraseList): number {
  let longest = longestOf(search, from, anywhere);
  for (const part of search.parts[from] ?? []) {
    const phrases = byFirst.get(part);
    if (phrases !== undefined) longest = Math.max(longest, longestOf(search, from, phrases));
  }
  return longest;
}

/** Number of the last word of the longest phrase of those with one beginning; -1 for none. */
function longestOf(search: Search, from: number, phrases: number): number {
  const { codes } = search;
  let longest = -1;
  let phrase = phrases;
  for (let length = codes[phrase] ?? 0; length > 0; length = codes[phrase] ?? 0) {
    longest = Math.max(longest, endOfPhrase(search, from, phrase));
    phrase += length + 1;
  }
  return longest;
}

/** Number of the phrase's last word; -1 when it does not stand here. */
function endOfPhrase(search: Search, from: number, phrase: number): number {
  const { codes } = search;
  const last = phrase + (codes[phrase] ?? 0);
  let at = from - 1;
  for (let number = phrase + 1; number <= last; number += 1) {
    const part = codes[number] ?? 0;
    at = (part & afterGap) === 0 ? at + 1 : findPart(search, at, part);
    if (at < 0 || !fits(search, at, part)) return -1;
  }
  return at;
}

function findPart(search: Search, before: number, part: PartCode): number {
  const { tokens } = search;
  const clause = tokens[before]?.clause;
  const last = Math.min(before + 1 + widestGap, tokens.length - 1);
  for (let at = before + 1; at <= last; at += 1) {
    if (tokens[at]?.clause !== clause) return -1;
    if (fits(search, at, part)) return at;
  }
  return -1;
}

function fits({ tokens, parts }: Search, at: number, part: PartCode): boolean {
  const own = at < parts.length ? parts[at] : undefined;
  if (own === undefined || own.length === 0) return false;
  for (const number of own) {
    if (number === part >> numberShift) return (part & atEnd) === 0 || endsClause(tokens, at);
  }
  return false;
}

function endsClause(tokens: readonly StyleToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.clause !== tokens[at]?.clause) return true;
  const lower = next?.lower;
  return lower === "und" || lower === "oder" || lower === "aber";
}
