import { isNoun } from "../text/clauses.ts";
import type { ContentItem } from "../text/content-items.ts";
import type { Value } from "../text/value.ts";
import { wordProperty } from "../text/word.ts";
import words from "../text/negation-words.json" with { type: "json" };
import type { AnswerIndex } from "./answer-index.ts";
import type { Occurrence } from "./occurrence.ts";

/**
 * Does a value of the group belong to something else? In „Ausweis 70 Euro, Reisepass 37 Euro“ the
 * 37 Euro are the Reisepass's, not the Ausweis's: another value of the kind and a noun that stands
 * in the text like the word does (same preposition or none) are in between. The other orders of
 * nouns and values likewise. Across sentences a word that has a value of the kind in its own
 * sentence is not given a second one.
 */
export function isBoundElsewhere(index: AnswerIndex, group: readonly Occurrence[]): boolean {
  for (const value of group) {
    if (value.relation !== "value") continue;
    for (const word of group) {
      if (isNounAt(index, word.at) && isBetterBound(index, { value, word, group })) return true;
    }
  }
  return false;
}

function isNounAt(index: AnswerIndex, at: number): boolean {
  const item = index.content.items[at];
  return item !== undefined && isNoun(item);
}

interface Pair {
  readonly value: Occurrence;
  readonly word: Occurrence;
  readonly group: readonly Occurrence[];
}

/** Item numbers `from` to before `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function isBetterBound(index: AnswerIndex, pair: Pair): boolean {
  const { items, sentences } = index.content;
  const [value, word] = [items[pair.value.at], items[pair.word.at]];
  if (value?.value === undefined || word === undefined) return false;
  const sentence = sentences[word.sentence];
  if (sentence === undefined) return false;
  if (value.sentence !== word.sentence) return rivals(index, pair, sentence).length > 0;
  const near = {
    from: Math.max(sentence.from, Math.min(pair.value.at, pair.word.at) - reach),
    to: Math.min(sentence.to, Math.max(pair.value.at, pair.word.at) + reach),
  };
  return pair.word.at < pair.value.at
    ? isValueOfLaterNoun(index, pair, near)
    : isValueOfEarlierNoun(index, pair, near);
}

/** Words before and behind the pair that are looked at. */
const reach = 25;

/** Word before value: `Ausweis 70 Euro, Reisepass [37]`, `70 Euro der Ausweis, [37] der Reisepass`. */
function isValueOfLaterNoun(index: AnswerIndex, pair: Pair, near: Range): boolean {
  const { word, value } = pair;
  const between = rivals(index, pair, { from: word.at, to: value.at });
  if (between.some((rival) => hasRivalNoun(index, pair, { from: rival, to: value.at })))
    return true;
  const before = rivals(index, pair, { from: near.from, to: word.at }).at(-1);
  if (before === undefined || between.length > 0) return false;
  const kind = index.content.items[value.at]?.value?.kind;
  if (kind === "date" || kind === "time") return false;
  const first = rivals(index, pair, { from: near.from, to: word.at })[0] ?? before;
  const isFirst =
    !hasRivalNoun(index, pair, { from: near.from, to: first }) &&
    !hasRivalNoun(index, pair, { from: before, to: word.at });
  return isFirst && hasRivalNoun(index, pair, { from: value.at, to: near.to });
}

/** Value before word: `[70] der Reisepass, 37 Euro der Ausweis`, `Ausweis [70], Reisepass 37 Euro`. */
function isValueOfEarlierNoun(index: AnswerIndex, pair: Pair, near: Range): boolean {
  const { word, value } = pair;
  const between = rivals(index, pair, { from: value.at, to: word.at });
  if (between.some((rival) => hasRivalNoun(index, pair, { from: value.at, to: rival })))
    return true;
  const behind = rivals(index, pair, { from: word.at, to: near.to })[0];
  if (behind === undefined) return false;
  if (isNextTo(index, pair)) return false;
  const earlier = rivals(index, pair, { from: near.from, to: value.at });
  const leads = earlier[0];
  if (leads !== undefined && !hasRivalNoun(index, pair, { from: near.from, to: leads }))
    return false;
  const start = earlier.at(-1) ?? near.from;
  return hasRivalNoun(index, pair, { from: start, to: value.at });
}

/** `12 Beschäftigte` counts them, `3,5 m hohe Wand` measures it: the noun stands right behind. */
function isNextTo({ content: { items } }: AnswerIndex, { value, word }: Pair): boolean {
  const [number, between, noun] = [items[value.at], items[word.at - 1], items[word.at]];
  const distance = word.at - value.at;
  if (number?.value === undefined || number.clause !== noun?.clause || distance > 2) return false;
  if (number.value.kind === "number") return true;
  return distance === 2 && between?.isFunction === false && /^\p{Ll}+e[nmrs]?$/u.test(between.text);
}

/** Asserted values of the same kind in a range that are no part of the fact itself. */
function rivals(index: AnswerIndex, pair: Pair, range: Range): number[] {
  const { items } = index.content;
  const kind = items[pair.value.at]?.value?.kind;
  const found: number[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const value = items[at]?.value;
    if (value === undefined || value.kind !== kind || index.denied[at] === true) continue;
    if (!isOwn(index, pair, value)) found.push(at);
  }
  return found;
}

function isOwn({ content: { items } }: AnswerIndex, { group }: Pair, value: Value): boolean {
  for (const { at } of group) {
    if (items[at]?.value?.canonical === value.canonical) return true;
  }
  return false;
}

/** A noun in the range that stands like the word: under the same preposition, or under none. */
function hasRivalNoun(index: AnswerIndex, pair: Pair, range: Range): boolean {
  const { items } = index.content;
  const governor = governorOf(items, pair.word.at);
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item === undefined || !isNoun(item) || isInGroup(pair, at)) continue;
    if (governorOf(items, at) === governor) return true;
  }
  return false;
}

function isInGroup({ group }: Pair, at: number): boolean {
  for (const place of group) if (place.at === at) return true;
  return false;
}

const governors = new Set(words.governors);
const governs = wordProperty((word): boolean => governors.has(word.text.toLowerCase()));

/** The preposition that governs a noun, or nothing. */
function governorOf(items: readonly ContentItem[], at: number): string {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const item = items[back];
    if (item === undefined || item.clause !== items[at]?.clause) return "";
    if (governs(item.word)) return item.lower;
    if (item.value !== undefined || isNoun(item)) return "";
  }
  return "";
}
