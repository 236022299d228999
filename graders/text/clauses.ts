import type { Content, ContentItem, ContentSentence } from "./content-items.ts";
import stop from "./stop-words.json" with { type: "json" };
import words from "./negation-words.json" with { type: "json" };
import { wordProperty } from "./word.ts";

/** Items `from` to before `to`. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

/** A clause; `lists` when it only enumerates nouns. */
export interface Clause extends ItemRange {
  readonly lists: boolean;
}

/** Bounds the work on a text without any sign. */
const longestClause = 60;
const clauseWords = new Set(words.clauseWords);
const cues = new Set([...words.following, ...words.phrase]);
const auxiliaries = new Set(stop.auxiliary);
const particles = new Set(words.particles);

/**
 * The clauses of a sentence, as far as denial reaches: cut at commas, colons, brackets, `und`,
 * `aber`, `sondern`. What only lists nouns (`Bauschutt, Farben und Lacke`) stays with the clause
 * it belongs to.
 */
export function clausesOf(content: Content, sentence: ContentSentence): Clause[] {
  const clauses: Clause[] = [];
  for (const segment of segmentsOf(content.items, sentence)) {
    const last = clauses.at(-1);
    const lists = isListing(content.items, segment);
    const joins =
      last !== undefined &&
      (lists || last.lists || isOpen(content.items, last, segment)) &&
      !hasColonBefore(content, segment.from) &&
      segment.to - last.from <= longestClause;
    if (joins) {
      clauses[clauses.length - 1] = { from: last.from, to: segment.to, lists: lists && last.lists };
    } else clauses.push({ ...segment, lists });
  }
  return clauses;
}

/** `Eine Befreiung für Rentnerinnen` before `und Rentner gibt es nicht`: it waits for its verb. */
function isOpen(items: readonly ContentItem[], last: ItemRange, next: ItemRange): boolean {
  if (!isJoining(items[next.from])) return false;
  if (items[next.from]?.clause !== items[last.from]?.clause) return false;
  for (let at = last.from; at < last.to; at += 1) {
    const item = items[at];
    const following = items[at + 1];
    if (item === undefined) return false;
    if (item.value !== undefined || isNoun(item)) continue;
    if (item.isFunction && !auxiliaries.has(item.lower) && !cues.has(item.lower)) continue;
    const isAdjective = isAttribute(item) && !item.isFunction && at + 1 < last.to;
    if (!isAdjective || following === undefined || following.isFunction) return false;
  }
  return true;
}

export function hasColonBefore({ items, text }: Content, at: number): boolean {
  const before = items[at - 1];
  const item = items[at];
  if (before === undefined || item === undefined) return false;
  return text.slice(before.end, Math.min(item.start, before.end + 8)).includes(":");
}

function segmentsOf(items: readonly ContentItem[], sentence: ContentSentence): ItemRange[] {
  const segments: ItemRange[] = [];
  let from = sentence.from;
  for (let at = sentence.from + 1; at <= sentence.to; at += 1) {
    const ends =
      at === sentence.to ||
      at - from >= longestClause ||
      items[at]?.clause !== items[at - 1]?.clause ||
      (isClauseWord(items[at]) && !isInserted(items, at));
    if (!ends) continue;
    segments.push({ from, to: at });
    from = at;
  }
  return segments;
}

/** The `aber` of `Das ist aber nicht möglich`: no noun and no value follow in its clause. */
function isInserted(items: readonly ContentItem[], at: number): boolean {
  if (!isAber(items[at])) return false;
  const clause = items[at]?.clause;
  if (items[at - 1]?.clause !== clause) return false;
  for (let next = at + 1; next < at + longestMember && items[next]?.clause === clause; next += 1) {
    const item = items[next];
    if (item === undefined || item.value !== undefined || isNoun(item)) return false;
  }
  return true;
}

/** Longest member of an enumeration in words. */
const longestMember = 5;

/** Nouns with their adjectives and articles, perhaps the particle of the verb at the end. */
function isListing(items: readonly ContentItem[], { from, to }: ItemRange): boolean {
  const start = isJoining(items[from]) ? from + 1 : from;
  const end = to > start + 1 && isParticle(items[to - 1]) ? to - 1 : to;
  const last = items[end - 1];
  if (end <= start || last === undefined || end > start + longestMember) return false;
  if (!isNoun(last)) return false;
  for (let at = start; at < end; at += 1) {
    const item = items[at];
    if (item === undefined || !(isNoun(item) || isAttribute(item))) return false;
  }
  return true;
}

/** A question about the small letters of a word or value, which is answered once a word. */
function asked(answer: (lower: string) => boolean): (item: ContentItem | undefined) => boolean {
  const answered = wordProperty(({ text }) => answer(text.toLowerCase()));
  return (item) => item !== undefined && answered(item.word);
}

const isJoining = asked((lower) => ["und", "oder", "sowie"].includes(lower));
const isAber = asked((lower) => ["aber", "jedoch"].includes(lower));
const isClauseWord = asked((lower) => clauseWords.has(lower));
const isParticle = asked((lower) => particles.has(lower));
const looksLikeAttribute = asked((lower) => {
  if (cues.has(lower)) return false;
  return /^(?:d[ie][enrs]?|das|eine?[nmrs]?|\p{Ll}{3,}e[nrms]?)$/u.test(lower);
});

function isAttribute(item: ContentItem): boolean {
  return item.value === undefined && looksLikeAttribute(item);
}

/** Capitalised and no function word; sentence starts may be taken for nouns. */
export function isNoun(item: ContentItem): boolean {
  return item.value === undefined && !item.isFunction && isCapitalised(item.word);
}

const isCapitalised = wordProperty(({ text }) => text.charAt(0) !== text.charAt(0).toLowerCase());
