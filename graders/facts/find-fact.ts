import type { ContentItem } from "../text/content-items.ts";
import { occurrencesOf, type AnswerIndex, type Occurrence } from "./answer-index.ts";
import { isBoundElsewhere } from "./binding.ts";
import type { FactPhrase } from "./fact-phrase.ts";

/** Where a fact stands: UTF-16 code units into the answer. */
export interface FactPlace {
  readonly start: number;
  readonly end: number;
}

/** `denied`: the words are there, but the answer says the contrary. */
export type FactFinding =
  | { readonly status: "met"; readonly place: FactPlace }
  | { readonly status: "denied"; readonly place: FactPlace }
  | { readonly status: "missing" };

/** `strict` is for forbidden facts: one sentence, no abbreviated compounds, dates with their year. */
export interface SearchOptions {
  readonly strict: boolean;
}

/** Looks for one of the phrases in the answer; the first that is met wins. */
export function findFact(
  index: AnswerIndex,
  phrases: readonly FactPhrase[],
  options: SearchOptions,
): FactFinding {
  let best: FactFinding = { status: "missing" };
  for (const phrase of phrases) {
    const finding = findPhrase(index, phrase, options);
    if (finding.status === "met") return finding;
    if (finding.status === "denied") best = finding;
  }
  return best;
}

/** Places looked at for one phrase; more than any honest answer has. */
const mostAnchors = 300;

function findPhrase(index: AnswerIndex, phrase: FactPhrase, options: SearchOptions): FactFinding {
  const found = phrase.parts.map((part) =>
    occurrencesOf(index, part, options.strict).filter((place) =>
      isGoodEnough(index, { phrase, item: part.item, place }, options),
    ),
  );
  if (found.length === 0 || found.some(({ length }) => length === 0)) return { status: "missing" };
  const rarest = found.toSorted((a, b) => a.length - b.length)[0] ?? [];
  let denied: FactPlace | undefined;
  for (const anchor of rarest.slice(0, mostAnchors)) {
    const group = gather(index, { found, anchor, phrase }, options);
    if (group === undefined) continue;
    const place = placeOf(index, group);
    const isDenied = group.some((one) => one.isDenied);
    const isMet = isDenied === phrase.isDenied && (!isDenied || deniesTheSame(phrase, group));
    if (isMet) return { status: "met", place };
    denied ??= place;
  }
  return denied === undefined ? { status: "missing" } : { status: "denied", place: denied };
}

/**
 * Does the group deny something that the phrase denies? `Kinder sind nicht befreit` does not say that
 * `Kinder zahlen nichts`, nor `nicht ohne Prüfung genehmigt` that it is `ohne Prüfung genehmigt`.
 */
function deniesTheSame(phrase: FactPhrase, group: readonly Occurrence[]): boolean {
  return group.some(({ isDenied }, at) => isDenied && phrase.parts[at]?.isDenied === true);
}

/** Weaker relations between words count only where the rest of the phrase supports them. */
function isGoodEnough(
  index: AnswerIndex,
  match: { readonly phrase: FactPhrase; readonly item: ContentItem; readonly place: Occurrence },
  options: SearchOptions,
): boolean {
  const { phrase, item, place } = match;
  if (place.relation === "modifier") return phrase.parts.length > 1 && !options.strict;
  if (place.relation !== "short") return true;
  if (options.strict) return false;
  const known = [...item.keys].some((key) => index.asked.has(key));
  return (
    (phrase.parts.length > 1 && (known || isNamed(index, item))) || isSplit(index, item, place)
  );
}

/** The full compound stands somewhere in the answer. */
function isNamed(index: AnswerIndex, item: ContentItem): boolean {
  for (const places of index.words.values()) {
    const keys = index.content.items[places[0] ?? 0]?.keys;
    if (keys !== undefined && [...item.keys].some((key) => keys.has(key))) return true;
  }
  return false;
}

/** `Frist für den Widerspruch` for `Widerspruchsfrist`: the other half stands close by. */
function isSplit(index: AnswerIndex, item: ContentItem, place: Occurrence): boolean {
  const sentence = index.content.items[place.at]?.sentence;
  for (let at = Math.max(0, place.at - 8); at <= place.at + 8; at += 1) {
    const other = index.content.items[at];
    if (other === undefined || at === place.at || other.sentence !== sentence) continue;
    const isStart = [...other.keys].some((key) => {
      return key.length >= 4 && [...item.keys].some((whole) => whole.startsWith(key));
    });
    if (isStart && !other.isFunction) return true;
  }
  return false;
}

interface Search {
  readonly found: readonly (readonly Occurrence[])[];
  readonly anchor: Occurrence;
  readonly phrase: FactPhrase;
}

/** The nearest place of every part around the anchor, if all are near enough. */
function gather(
  index: AnswerIndex,
  { found, anchor, phrase }: Search,
  options: SearchOptions,
): Occurrence[] | undefined {
  const group: Occurrence[] = [];
  for (const [number, places] of found.entries()) {
    const wanted = phrase.parts[number]?.item;
    const candidates = nearest(places, anchor.at)
      .filter((place) => isNear(index, { anchor, place }, options))
      .filter((place) => place.relation !== "value" || isAsserted(place, options));
    const preferred = candidates.find(({ isDenied }) => isDenied === phrase.isDenied);
    const place = preferred ?? candidates[0];
    if (place === undefined || wanted === undefined) return undefined;
    group.push(place);
  }
  if (!group.some((place) => isAsserted(place, options))) return undefined;
  return isBoundElsewhere(index, group) ? undefined : group;
}

/** What is only asked is not asserted; a condition is, but nothing forbidden. */
function isAsserted({ isAsked, isCondition }: Occurrence, { strict }: SearchOptions): boolean {
  return !isAsked || (isCondition && !strict);
}

/** Up to six places around the anchor, nearest first; binary search in reading order. */
function nearest(places: readonly Occurrence[], anchor: number): Occurrence[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) < anchor) low = middle + 1;
    else high = middle;
  }
  return places
    .slice(Math.max(0, low - 3), low + 3)
    .toSorted((a, b) => Math.abs(a.at - anchor) - Math.abs(b.at - anchor));
}

/** Longest stretch, in words and values, over which parts belong together. */
const longestStretch = 60;
const longestAcross = 40;
const longestList = 12;

function isNear(
  index: AnswerIndex,
  pair: { readonly anchor: Occurrence; readonly place: Occurrence },
  options: SearchOptions,
): boolean {
  const { sentences, items } = index.content;
  const a = items[pair.anchor.at]?.sentence ?? 0;
  const b = items[pair.place.at]?.sentence ?? 0;
  const distance = Math.abs(pair.anchor.at - pair.place.at);
  if (a === b) return distance <= longestStretch;
  const first = Math.min(a, b);
  const heads =
    sentences[first]?.isHeading === true &&
    Math.abs(a - b) <= longestList &&
    !sentences.slice(first + 1, Math.max(a, b) + 1).some(({ isHeading }) => isHeading);
  if (options.strict) return false;
  if (heads) return true;
  const next = sentences[Math.max(a, b)];
  const isOtherList = next?.isHeading === true && sentences[first]?.isListItem === true;
  return Math.abs(a - b) === 1 && distance <= longestAcross && !isOtherList;
}

function placeOf(index: AnswerIndex, group: readonly Occurrence[]): FactPlace {
  const items = group.flatMap(({ at }) => index.content.items[at] ?? []);
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map(({ end }) => end)),
  };
}
