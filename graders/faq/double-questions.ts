import type { Content, ContentItem } from "../text/content-items.ts";
import { belongTogether } from "../text/inflection.ts";
import { wordProperty } from "../text/word.ts";
import type { QuestionPair } from "./question-pairs.ts";

/** Words that questions share without asking the same. */
const asking = /^(?:frage|kosten|kostet|gelten|gilt|brauchen|brauche|müssen|muss)$/u;
/** Share of common words from which on two questions are one. */
const doubleFrom = 0.75;

/** Questions that ask what an earlier one asks, in other words or the same. */
export function doubleQuestions(content: Content, pairs: readonly QuestionPair[]): QuestionPair[] {
  const asked: (readonly ContentItem[])[] = [];
  return pairs.filter((pair) => {
    const own = wordsOf(content, pair);
    const isDouble = asked.some((earlier) => askTheSame(earlier, own));
    asked.push(own);
    return isDouble;
  });
}

/** Words of a question that are looked at. */
const mostWords = 25;

/** Content words; the question word too, for `Wann` and `Wo` ask for different things. */
function wordsOf({ items }: Content, { question: { from, to } }: QuestionPair): ContentItem[] {
  const found: ContentItem[] = [];
  for (let at = from; at < to && found.length < mostWords; at += 1) {
    const item = items[at];
    if (item !== undefined && tells(item)) found.push(item);
  }
  return found;
}

function tells({ word, isFunction }: ContentItem): boolean {
  const role = roleOf(word);
  return role !== silent && (!isFunction || role === questioning);
}

const silent = 0;
const questioning = 1;
const plain = 2;

const roleOf = wordProperty(({ text }): number => {
  const lower = text.toLowerCase();
  if (asking.test(lower)) return silent;
  return lower.startsWith("w") ? questioning : plain;
});

/** Common words ÷ all words of both. */
function askTheSame(a: readonly ContentItem[], b: readonly ContentItem[]): boolean {
  let common = 0;
  for (let at = 0; at < a.length; at += 1) {
    // However many of the rest are common, it would not be enough.
    if (!isEnough(common + a.length - at, a, b)) return false;
    const word = a[at];
    if (word !== undefined && stands(word, b)) common += 1;
  }
  return isEnough(common, a, b);
}

function isEnough(common: number, a: readonly ContentItem[], b: readonly ContentItem[]): boolean {
  const all = a.length + b.length - common;
  return (all <= 0 ? 0 : common / all) >= doubleFrom;
}

function stands(word: ContentItem, others: readonly ContentItem[]): boolean {
  for (const other of others) if (isSame(word, other)) return true;
  return false;
}

function isSame(a: ContentItem, b: ContentItem): boolean {
  if (a.value !== undefined || b.value !== undefined) return a.lower === b.lower;
  return belongTogether(a.word, b.word);
}
