import { exactValue } from "../text/values-same.ts";
import type { Value } from "../text/value.ts";
import { readValues } from "../text/values.ts";
import type { Span } from "./finding.ts";

/** Words and values (amounts, dates, quantities, §-references) of a text, in order. */
export type PhraseItem = Span & ({ readonly word: string } | { readonly value: Value });

/** The items of a text; a word inside a value („150 Euro“) is part of the value. */
export function phraseItems(text: string): PhraseItem[] {
  const values = readValues(text).map((value): PhraseItem => {
    return { start: value.start, end: value.end, value };
  });
  const items = [...values];
  let next = 0;
  for (const { 0: found, index } of text.matchAll(wordForm)) {
    while ((values[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    if ((values[next]?.start ?? Number.POSITIVE_INFINITY) < index + found.length) continue;
    const word = found === "‰" ? "Promille" : found;
    items.push({ start: index, end: index + found.length, word });
  }
  return items.toSorted((a, b) => a.start - b.start);
}

/**
 * Finds a phrase in inflected words and otherwise written values: „91 Punkte“ in „mit 91 Punkten“,
 * „150 Euro“ in „150,00 €“, „Multiple Sklerose“ in „Multipler Sklerose“. The items stand side by
 * side and in order; numbers alone are no phrase. Compounds and paraphrases are not found.
 */
export function findPhrase(items: readonly PhraseItem[], phrase: readonly PhraseItem[]): Span[] {
  const [first] = phrase;
  if (first === undefined || !phrase.some(carriesMeaning)) return [];
  const spans: Span[] = [];
  for (const [index, item] of items.entries()) {
    const last = items[index + phrase.length - 1];
    if (last === undefined) break;
    if (!isSame(first, item)) continue;
    const all = phrase.every((wanted, offset) => {
      const found = items[index + offset];
      return found !== undefined && isSame(wanted, found);
    });
    if (all) spans.push({ start: item.start, end: last.end });
  }
  return spans;
}

const wordForm = /\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*|‰/gu;

/** Shorter words are compared as they are. */
const shortestStem = 4;

function carriesMeaning(item: PhraseItem): boolean {
  if ("word" in item) return item.word.length >= shortestStem;
  return item.value.kind !== "number" && item.value.kind !== "digit-code";
}

function isSame(wanted: PhraseItem, found: PhraseItem): boolean {
  if ("word" in wanted) return "word" in found && isInflected(wanted.word, found.word);
  if (!("value" in found)) return false;
  if (carriesMeaning(wanted)) return exactValue(wanted.value, found.value);
  return wanted.value.kind === found.value.kind && wanted.value.canonical === found.value.canonical;
}

/**
 * A noun stays a noun: „Klein“ is not „klein“, while „schwanger“ may begin a sentence. Its „er“ is
 * no ending: „Weller“ is not „Wellen“.
 */
function isInflected(wanted: string, found: string): boolean {
  // Second letters differ in most pairs; looking there first spares the rest.
  if (wanted.charAt(1) !== found.charAt(1) && !isCapital(found.charAt(1))) return false;
  if (isCapital(wanted.charAt(0)) && !isCapital(found.charAt(0))) return false;
  const [a, b] = [wanted.toLowerCase(), found.toLowerCase()];
  if (a === b) return true;
  if (a.slice(0, shortestStem) !== b.slice(0, shortestStem)) return false;
  const isAgent = isCapital(wanted.charAt(0)) && a.endsWith("er");
  const stems = isAgent ? [a] : stemsOf(a);
  return stemsOf(b).some((stem) => stems.includes(stem));
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

const endings = ["ern", "en", "em", "er", "es", "e", "n", "s"];

/** The word, and what is left without one ending of German inflection. */
function stemsOf(word: string): string[] {
  const shorter = endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter((stem) => stem.length >= shortestStem);
  return [word, ...shorter];
}
