import type { AnswerIndex } from "./answer-index.ts";
import type { FactPhrase } from "./fact-phrase.ts";
import type { Occurrence } from "./occurrence.ts";

/** `strict` is for forbidden facts: one sentence, no abbreviated compounds, dates with their year. */
export interface SearchOptions {
  readonly strict: boolean;
}

/** Places of one part, in reading order. */
export type Places = readonly Occurrence[];

/** Places looked at on either side of an anchor. */
const side = 3;

/** The nearest place that is near enough, one that is denied as the phrase is before others. */
export function nearest(
  index: AnswerIndex,
  search: { readonly places: Places; readonly anchor: Occurrence; readonly phrase: FactPhrase },
  options: SearchOptions,
): Occurrence | undefined {
  const { places, anchor } = search;
  const behind = firstFrom(places, anchor.at);
  let best: Occurrence | undefined;
  for (let at = Math.max(0, behind - side); at < behind + side; at += 1) {
    const place = places[at];
    if (place === undefined) break;
    if (best !== undefined && !isBetter(place, best, search)) continue;
    if (place.relation === "value" && !isAsserted(place, options)) continue;
    if (isNear(index, { anchor, place }, options)) best = place;
  }
  return best;
}

/** What is only asked is not asserted; a condition is, but nothing forbidden. */
export function isAsserted(
  { isAsked, isCondition }: Occurrence,
  { strict }: SearchOptions,
): boolean {
  return !isAsked || (isCondition && !strict);
}

/** Two places lie at the same distance: then the first stays. */
function isBetter(
  place: Occurrence,
  best: Occurrence,
  { anchor, phrase }: { readonly anchor: Occurrence; readonly phrase: FactPhrase },
): boolean {
  if (place.isDenied !== best.isDenied) return place.isDenied === phrase.isDenied;
  return Math.abs(place.at - anchor.at) < Math.abs(best.at - anchor.at);
}

/** Number of the first place from an item on; binary search in reading order. */
function firstFrom(places: Places, item: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Longest stretch, in words and values, over which parts belong together. */
const longestStretch = 60;
const longestAcross = 40;
const longestList = 12;

function isNear(
  index: AnswerIndex,
  { anchor, place }: { readonly anchor: Occurrence; readonly place: Occurrence },
  { strict }: SearchOptions,
): boolean {
  const { sentences, items } = index.content;
  const a = items[anchor.at]?.sentence ?? 0;
  const b = items[place.at]?.sentence ?? 0;
  const distance = Math.abs(anchor.at - place.at);
  if (a === b) return distance <= longestStretch;
  if (strict) return false;
  const [first, last] = a < b ? [a, b] : [b, a];
  const isHeaded = sentences[first]?.isHeading === true;
  if (isHeaded && last - first <= longestList && !hasHeading(index, first + 1, last)) return true;
  const isOtherList = sentences[last]?.isHeading === true && sentences[first]?.isListItem === true;
  return last - first === 1 && distance <= longestAcross && !isOtherList;
}

/** Is one of the sentences from `first` to `last` a heading? */
function hasHeading({ content: { sentences } }: AnswerIndex, first: number, last: number): boolean {
  for (let at = first; at <= last; at += 1) if (sentences[at]?.isHeading === true) return true;
  return false;
}
