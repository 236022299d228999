import { occurrencesOf, type AnswerIndex } from "../facts/answer-index.ts";
import { readFact, type FactPart, type FactPhrase } from "../facts/fact-phrase.ts";
import { findFact } from "../facts/find-fact.ts";
import { findForeignFact } from "../facts/foreign-fact.ts";

/** Where a key point stands in the answer, or that the answer says the contrary. */
export interface PointFinding {
  readonly status: "carried" | "contradicted" | "missing";
  readonly place: { readonly start: number; readonly end: number } | undefined;
}

interface PointSearch {
  /** Share (0..1) of the words of a point that has to stand in one or two sentences. */
  readonly share: number;
  readonly isGerman: boolean;
}

/**
 * Looks for a key point. First as a fact: all its words and values, close together. Else enough of
 * its words and all of its values in one sentence or two that follow each other, neither denied nor
 * asked. With the words there but another value in place of its own, or denied, it is contradicted.
 */
export function findPoint(index: AnswerIndex, point: string, search: PointSearch): PointFinding {
  const phrases = readFact(point);
  const options = { strict: false };
  const fact = search.isGerman
    ? findFact(index, phrases, options)
    : findForeignFact(index, phrases, options);
  if (fact.status === "met") return { status: "carried", place: fact.place };
  if (!search.isGerman) return { status: "missing", place: undefined };
  const loose = phrases.map((phrase) => findLoosely(index, phrase, search.share));
  const carried = loose.find(({ status }) => status === "carried");
  if (carried !== undefined) return carried;
  if (fact.status === "denied") return { status: "contradicted", place: fact.place };
  return (
    loose.find(({ status }) => status === "contradicted") ?? { status: "missing", place: undefined }
  );
}

/** Shorter phrases have to be there as a whole. */
const fewestLooseParts = 3;

/** What of a phrase stands in a sentence and the one behind it. */
interface Window {
  readonly found: Map<FactPart, { readonly at: number; readonly isDenied: boolean }>;
}

function findLoosely(index: AnswerIndex, phrase: FactPhrase, share: number): PointFinding {
  const missing = { status: "missing", place: undefined } as const;
  if (phrase.parts.length < fewestLooseParts) return missing;
  const words = phrase.parts.filter(({ item }) => item.value === undefined);
  const values = phrase.parts.filter(({ item }) => item.value !== undefined);
  let contradicted: PointFinding = missing;
  for (const window of windowsOf(index, phrase.parts).values()) {
    const foundWords = words.filter((part) => window.found.has(part));
    if (words.length > 0 && foundWords.length < Math.max(1, Math.ceil(words.length * share)))
      continue;
    const place = placeOf(index, window);
    const isDenied = foundWords.some((part) => window.found.get(part)?.isDenied);
    const lacking = values.filter((part) => !window.found.has(part));
    if (lacking.length === 0 && isDenied === phrase.isDenied) return { status: "carried", place };
    const isReplaced =
      foundWords.length >= 2 && lacking.some((part) => hasRival(index, window, part));
    if (isReplaced || (lacking.length === 0 && isDenied !== phrase.isDenied)) {
      contradicted = { status: "contradicted", place };
    }
  }
  return contradicted;
}

/** By sentence: the parts in it and in the next one. */
function windowsOf(index: AnswerIndex, parts: readonly FactPart[]): Map<number, Window> {
  const windows = new Map<number, Window>();
  const windowOf = (sentence: number): Window => {
    const window = windows.get(sentence) ?? { found: new Map() };
    windows.set(sentence, window);
    return window;
  };
  for (const part of parts) {
    for (const { at, isDenied, isAsked, isCondition } of occurrencesOf(index, part, false)) {
      if (isAsked && !isCondition) continue;
      const sentence = index.content.items[at]?.sentence ?? 0;
      windowOf(sentence).found.set(part, { at, isDenied });
      const before = windowOf(sentence - 1).found;
      if (!before.has(part)) before.set(part, { at, isDenied });
    }
  }
  return windows;
}

/** Another value of the same kind in the sentence of the words, where the point has its own. */
function hasRival(index: AnswerIndex, { found }: Window, { item }: FactPart): boolean {
  const [first] = found.values();
  const sentence = index.content.sentences[index.content.items[first?.at ?? -1]?.sentence ?? -1];
  if (sentence === undefined || item.value === undefined || item.value.kind === "number")
    return false;
  const { kind } = item.value;
  const to = Math.min(sentence.to, sentence.from + longestSentence);
  return index.content.items.slice(sentence.from, to).some(({ value }) => value?.kind === kind);
}

const longestSentence = 60;

function placeOf(index: AnswerIndex, { found }: Window): PointFinding["place"] {
  const items = Array.from(found.values(), ({ at }) => index.content.items[at]).filter(
    (item) => item !== undefined,
  );
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map(({ end }) => end)),
  };
}
