import type { AnswerIndex } from "../facts/answer-index.ts";
import type { FactPart } from "../facts/fact-part.ts";
import type { FactPhrase } from "../facts/fact-phrase.ts";
import type { Occurrence } from "../facts/occurrence.ts";
import type { PointFinding } from "./point-finding.ts";

/** Shorter phrases have to be there as a whole. */
const fewestLooseParts = 3;
const missing: PointFinding = { status: "missing", place: undefined };

/** What of a phrase stands in a sentence and the one behind it. */
interface Window {
  readonly sentence: number;
  /** By part. */
  readonly found: (Occurrence | undefined)[];
  /** The part that was found first. */
  readonly first: number;
  words: number;
  values: number;
}

/** Enough of the words of a phrase and all of its values in one sentence and the next. */
export function findLoosely(index: AnswerIndex, phrase: FactPhrase, share: number): PointFinding {
  const { parts } = phrase;
  if (parts.length < fewestLooseParts) return missing;
  const places = placesOfParts(index, phrase);
  const words = countWords(parts);
  const needed = words === 0 ? 0 : Math.max(1, Math.ceil(words * share));
  if (countFound(parts, places) < needed) return missing;
  let contradicted = missing;
  for (const window of windowsOf(index, parts, places)) {
    if (window.words < needed) continue;
    const isDenied = window.found.some((one, part) => {
      return one?.isDenied === true && parts[part]?.item.value === undefined;
    });
    const isWhole = window.values === parts.length - words;
    if (isWhole && isDenied === phrase.isDenied)
      return { status: "carried", place: placeOf(index, window) };
    if (isWhole || (window.words >= 2 && lacksRivalled(index, window, parts))) {
      contradicted = { status: "contradicted", place: placeOf(index, window) };
    }
  }
  return contradicted;
}

type Places = readonly Occurrence[];

function placesOfParts(index: AnswerIndex, { wanted, first, parts }: FactPhrase): Places[] {
  const places = index.search.placesOf(wanted, false);
  return parts.map((_part, at) => places.of(first + at));
}

function countWords(parts: readonly FactPart[]): number {
  let count = 0;
  for (const { item } of parts) if (item.value === undefined) count += 1;
  return count;
}

/** Words that stand anywhere. */
function countFound(parts: readonly FactPart[], places: readonly Places[]): number {
  let count = 0;
  for (let part = 0; part < parts.length; part += 1) {
    if (parts[part]?.item.value === undefined && places[part]?.length !== 0) count += 1;
  }
  return count;
}

/** By sentence: the parts in it and in the next one. */
function windowsOf(
  index: AnswerIndex,
  parts: readonly FactPart[],
  places: readonly Places[],
): Window[] {
  const windows: Window[] = [];
  for (let part = 0; part < parts.length; part += 1) {
    const isWord = parts[part]?.item.value === undefined;
    for (const place of places[part] ?? []) {
      if (place.isAsked && !place.isCondition) continue;
      const sentence = index.content.items[place.at]?.sentence ?? 0;
      add(windowOf(windows, sentence, part), { part, place, isWord });
      const before = windowOf(windows, sentence - 1, part);
      if (before.found[part] === undefined) add(before, { part, place, isWord });
    }
  }
  return windows;
}

function windowOf(windows: Window[], sentence: number, part: number): Window {
  for (const window of windows) if (window.sentence === sentence) return window;
  const window = { sentence, found: [], first: part, words: 0, values: 0 };
  windows.push(window);
  return window;
}

/** The latest place in a sentence stands for the part. */
function add(
  window: Window,
  {
    part,
    place,
    isWord,
  }: { readonly part: number; readonly place: Occurrence; readonly isWord: boolean },
): void {
  if (window.found[part] === undefined) {
    if (isWord) window.words += 1;
    else window.values += 1;
  }
  window.found[part] = place;
}

/** A value of the phrase is not in the window, but another one of its kind. */
function lacksRivalled(index: AnswerIndex, window: Window, parts: readonly FactPart[]): boolean {
  return parts.some(({ item }, part) => {
    return (
      item.value !== undefined &&
      window.found[part] === undefined &&
      hasRival(index, window, item.value.kind)
    );
  });
}

/** Another value of the same kind in the sentence of the words, where the point has its own. */
function hasRival({ content }: AnswerIndex, window: Window, kind: string): boolean {
  const at = window.found[window.first]?.at ?? -1;
  const sentence = content.sentences[content.items[at]?.sentence ?? -1];
  if (sentence === undefined || kind === "number") return false;
  const to = Math.min(sentence.to, sentence.from + longestSentence);
  for (let other = sentence.from; other < to; other += 1) {
    if (content.items[other]?.value?.kind === kind) return true;
  }
  return false;
}

const longestSentence = 60;

function placeOf({ content }: AnswerIndex, { found }: Window): PointFinding["place"] {
  let start = Infinity;
  let end = -Infinity;
  for (const place of found) {
    const item = place && content.items[place.at];
    if (item === undefined) continue;
    start = Math.min(start, item.start);
    end = Math.max(end, item.end);
  }
  return { start, end };
}
