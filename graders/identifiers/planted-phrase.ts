import { endOfRun, isOfKind, letter, mark, nextOfKind, oneOf } from "../text/character-kinds.ts";
import { exactValue } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";
import { readValues } from "../text/values.ts";
import { Word, wordAt, wordOf } from "../text/word.ts";
import type { Span } from "./finding.ts";
import { beginningOf, isInflected, shortestStem } from "./inflected-word.ts";

/** The words and values (amounts, dates, quantities, §-references) of a text, in order. */
export interface PhraseText {
  readonly text: string;
  readonly items: readonly (Word | Value)[];
  /** For every item where it begins. */
  readonly starts: readonly number[];
  /** For every word the key of its beginning, for a value `valueKey`. */
  readonly keys: readonly number[];
}

const valueKey = -1;

/** Reads a text; a word inside a value („150 Euro“) is part of the value. */
export function phraseText(text: string): PhraseText {
  const values = readValues(text);
  const reading: Reading = {
    text,
    items: [],
    starts: [],
    keys: [],
    values,
    sorted: inOrder(values),
    next: 0,
    taken: 0,
  };
  const { length } = text;
  let sign = text.indexOf(perMille);
  for (let start = nextOfKind(text, 0, letter); start < length;) {
    for (; sign >= 0 && sign < start; sign = text.indexOf(perMille, sign + 1))
      addSign(reading, sign);
    const end = endOfWord(text, start);
    addWord(reading, { start, end }, wordAt(text, start, end));
    start = nextOfKind(text, end, letter);
  }
  for (; sign >= 0; sign = text.indexOf(perMille, sign + 1)) addSign(reading, sign);
  takeValues(reading, length);
  return reading;
}

function inOrder(values: readonly Value[]): readonly Value[] {
  for (let at = 1; at < values.length; at += 1) {
    if ((values[at]?.start ?? 0) < (values[at - 1]?.start ?? 0)) {
      return values.toSorted((a, b) => a.start - b.start);
    }
  }
  return values;
}

interface Reading extends PhraseText {
  readonly items: (Word | Value)[];
  readonly starts: number[];
  readonly keys: number[];
  readonly values: readonly Value[];
  /** The same in the order of their places. */
  readonly sorted: readonly Value[];
  /** The value that may hold the next word, and how many of the sorted ones are taken. */
  next: number;
  taken: number;
}

function addWord(reading: Reading, { start, end }: Span, word: Word): void {
  const { values } = reading;
  while ((values[reading.next]?.end ?? Number.POSITIVE_INFINITY) <= start) reading.next += 1;
  if ((values[reading.next]?.start ?? Number.POSITIVE_INFINITY) < end) return;
  takeValues(reading, start);
  reading.items.push(word);
  reading.starts.push(start);
  reading.keys.push(beginningOf(word));
}

const perMille = "‰";

function addSign(reading: Reading, start: number): void {
  addWord(reading, { start, end: start + 1 }, wordOf("Promille"));
}

/** Takes the values that begin no later than here. */
function takeValues(reading: Reading, last: number): void {
  for (; reading.taken < reading.sorted.length; reading.taken += 1) {
    const value = reading.sorted[reading.taken];
    if (value === undefined || value.start > last) return;
    reading.items.push(value);
    reading.starts.push(value.start);
    reading.keys.push(valueKey);
  }
}

/**
 * Finds a phrase in inflected words and otherwise written values: „91 Punkte“ in „mit 91 Punkten“,
 * „150 Euro“ in „150,00 €“, „Multiple Sklerose“ in „Multipler Sklerose“. The items stand side by
 * side and in order; numbers alone are no phrase. Compounds and paraphrases are not found.
 */
export function findPhrase(text: PhraseText, phrase: PhraseText): Span[] {
  const spans: Span[] = [];
  const [key] = phrase.keys;
  if (key === undefined || !isMeaningful(phrase)) return spans;
  const { keys, starts } = text;
  for (let at = keys.indexOf(key); at >= 0; at = keys.indexOf(key, at + 1)) {
    if (!standsAt(text, at, phrase)) continue;
    spans.push({ start: starts[at] ?? 0, end: endOf(text, at + phrase.items.length - 1) });
  }
  return spans;
}

/** Does it say more than numbers and short words do? */
export function isMeaningful({ items }: PhraseText): boolean {
  return items.some(carriesMeaning);
}

/** Where a value stands that is a phrase of its own. */
export function findValue(values: readonly Value[], wanted: Value): Span[] {
  const spans: Span[] = [];
  for (const found of values) {
    if (isSame(wanted, found)) spans.push({ start: found.start, end: found.end });
  }
  return spans;
}

/** The only item of a phrase, if that is a value. */
export function onlyValue({ items }: PhraseText): Value | undefined {
  const [item] = items;
  return items.length !== 1 || item instanceof Word ? undefined : item;
}

function standsAt({ items }: PhraseText, at: number, phrase: PhraseText): boolean {
  for (let offset = 0; offset < phrase.items.length; offset += 1) {
    const [wanted, found] = [phrase.items[offset], items[at + offset]];
    if (wanted === undefined || found === undefined || !isSame(wanted, found)) return false;
  }
  return true;
}

function endOf({ text, items, starts }: PhraseText, at: number): number {
  const item = items[at];
  const start = starts[at] ?? 0;
  if (item instanceof Word) return start + (text[start] === perMille ? 1 : item.length);
  return item?.end ?? start;
}

const isJoiner = oneOf("-'’");

function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark);
  while (isJoiner(text, end) && isOfKind(text, end + 1, letter)) {
    end = endOfRun(text, end + 1, letter | mark);
  }
  return end;
}

function carriesMeaning(item: Word | Value): boolean {
  if (item instanceof Word) return item.length >= shortestStem;
  return item.kind !== "number" && item.kind !== "digit-code";
}

function isSame(wanted: Word | Value, found: Word | Value): boolean {
  if (wanted instanceof Word) return found instanceof Word && isInflected(wanted, found);
  if (found instanceof Word) return false;
  if (carriesMeaning(wanted)) return exactValue(wanted, found);
  return wanted.kind === found.kind && wanted.canonical === found.canonical;
}
