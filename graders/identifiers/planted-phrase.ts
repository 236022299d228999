import { endOfRun, isOfKind, letter, mark, nextOfKind, oneOf } from "../text/character-kinds.ts";
import { exactValue } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";
import { readValues } from "../text/values.ts";
import { wordAt, wordOf, type Word } from "../text/word.ts";
import type { Span } from "./finding.ts";
import { beginningOf, isInflected, shortestStem } from "./inflected-word.ts";

/** A word or value (amount, date, quantity, §-reference) of a text. */
type PhraseItem = Span & ({ readonly word: Word } | { readonly value: Value });

/** The words and values of a text, in order. */
export interface PhraseText {
  readonly items: readonly PhraseItem[];
  /** For every word the key of its beginning, for a value `valueKey`. */
  readonly keys: Int32Array;
}

const valueKey = -1;

/** Reads a text; a word inside a value („150 Euro“) is part of the value. */
export function phraseText(text: string): PhraseText {
  const values = readValues(text);
  const items = values.map((value): PhraseItem => {
    return { start: value.start, end: value.end, value };
  });
  let next = 0;
  for (const item of wordsOf(text)) {
    while ((values[next]?.end ?? Number.POSITIVE_INFINITY) <= item.start) next += 1;
    if ((values[next]?.start ?? Number.POSITIVE_INFINITY) >= item.end) items.push(item);
  }
  items.sort((a, b) => a.start - b.start);
  const keys = new Int32Array(items.length);
  items.forEach((item, at) => (keys[at] = keyOf(item)));
  return { items, keys };
}

/**
 * Finds a phrase in inflected words and otherwise written values: „91 Punkte“ in „mit 91 Punkten“,
 * „150 Euro“ in „150,00 €“, „Multiple Sklerose“ in „Multipler Sklerose“. The items stand side by
 * side and in order; numbers alone are no phrase. Compounds and paraphrases are not found.
 */
export function findPhrase({ items, keys }: PhraseText, phrase: PhraseText): Span[] {
  const key = phrase.keys[0];
  const spans: Span[] = [];
  if (key === undefined || !phrase.items.some(carriesMeaning)) return spans;
  const length = phrase.items.length;
  for (let at = keys.indexOf(key); at >= 0; at = keys.indexOf(key, at + 1)) {
    const [first, last] = [items[at], items[at + length - 1]];
    if (first === undefined || last === undefined) break;
    const all = phrase.items.every((wanted, offset) => {
      const found = items[at + offset];
      return found !== undefined && isSame(wanted, found);
    });
    if (all) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}

/** Words as `\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*` finds them, and `‰`. */
function wordsOf(text: string): (Span & { readonly word: Word })[] {
  const words: (Span & { readonly word: Word })[] = [];
  for (let start = nextOfKind(text, 0, letter); start < text.length;) {
    const end = endOfWord(text, start);
    words.push({ start, end, word: wordAt(text, start, end) });
    start = nextOfKind(text, end, letter);
  }
  const perMille: typeof words = [];
  for (let at = text.indexOf("‰"); at >= 0; at = text.indexOf("‰", at + 1)) {
    perMille.push({ start: at, end: at + 1, word: wordOf("Promille") });
  }
  return perMille.length === 0
    ? words
    : [...words, ...perMille].toSorted((a, b) => a.start - b.start);
}

const isJoiner = oneOf("-'’");

function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark);
  while (isJoiner(text, end) && isOfKind(text, end + 1, letter)) {
    end = endOfRun(text, end + 1, letter | mark);
  }
  return end;
}

function keyOf(item: PhraseItem): number {
  return "word" in item ? beginningOf(item.word) : valueKey;
}

function carriesMeaning(item: PhraseItem): boolean {
  if ("word" in item) return item.word.text.length >= shortestStem;
  return item.value.kind !== "number" && item.value.kind !== "digit-code";
}

function isSame(wanted: PhraseItem, found: PhraseItem): boolean {
  if ("word" in wanted) return "word" in found && isInflected(wanted.word, found.word);
  if (!("value" in found)) return false;
  if (carriesMeaning(wanted)) return exactValue(wanted.value, found.value);
  return wanted.value.kind === found.value.kind && wanted.value.canonical === found.value.canonical;
}
