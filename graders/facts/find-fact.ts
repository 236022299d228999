import { askedKeys, type AnswerIndex } from "./answer-index.ts";
import { isBoundElsewhere } from "./binding.ts";
import type { FactPart } from "./fact-part.ts";
import type { FactPhrase } from "./fact-phrase.ts";
import { isAsserted, nearest, type Places, type SearchOptions } from "./nearest-place.ts";
import type { Occurrence } from "./occurrence.ts";
import type { PartPlaces } from "./part-places.ts";

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

const missing: FactFinding = { status: "missing" };

/** Looks for one of the phrases in the answer; the first that is met wins. */
export function findFact(
  index: AnswerIndex,
  phrases: readonly FactPhrase[],
  options: SearchOptions,
): FactFinding {
  let best = missing;
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
  const found = placesOfParts(index, phrase, options);
  const rarest = rarestOf(found);
  if (rarest === undefined) return missing;
  let denied: FactPlace | undefined;
  for (let at = 0; at < rarest.length && at < mostAnchors; at += 1) {
    const anchor = rarest[at];
    const group = anchor && gather(index, { found, anchor, phrase }, options);
    if (group === undefined) continue;
    const isDenied = group.some((one) => one.isDenied);
    const isMet = isDenied === phrase.isDenied && (!isDenied || deniesTheSame(phrase, group));
    if (isMet) return { status: "met", place: placeOf(index, group) };
    denied ??= placeOf(index, group);
  }
  return denied === undefined ? missing : { status: "denied", place: denied };
}

const nowhere: readonly Places[] = [];

/** Empty when a part stands nowhere. */
function placesOfParts(
  index: AnswerIndex,
  phrase: FactPhrase,
  options: SearchOptions,
): readonly Places[] {
  const { wanted, first, end } = phrase;
  const places = index.search.placesOf(wanted, options.strict);
  for (let part = first; part < end; part += 1) if (places.of(part).length === 0) return nowhere;
  const found: Places[] = [];
  for (let part = first; part < end; part += 1) {
    const all = places.of(part);
    const good = all.every(isStrong)
      ? all
      : all.filter((place) => isGoodEnough(index, { phrase, places, part }, { place, options }));
    if (good.length === 0) return nowhere;
    found.push(good);
  }
  return found;
}

/** The first of the shortest lists. */
function rarestOf(found: readonly Places[]): Places | undefined {
  let rarest: Places | undefined;
  for (const places of found) {
    if (rarest === undefined || places.length < rarest.length) rarest = places;
  }
  return rarest;
}

/**
 * Does the group deny something that the phrase denies? `Kinder sind nicht befreit` does not say that
 * `Kinder zahlen nichts`, nor `nicht ohne Prüfung genehmigt` that it is `ohne Prüfung genehmigt`.
 */
function deniesTheSame(phrase: FactPhrase, group: readonly Occurrence[]): boolean {
  return group.some(({ isDenied }, at) => isDenied && phrase.parts[at]?.isDenied === true);
}

function isStrong({ relation }: Occurrence): boolean {
  return relation !== "modifier" && relation !== "short";
}

interface WantedPart {
  readonly phrase: FactPhrase;
  readonly places: PartPlaces;
  /** Number of the part in the list of facts. */
  readonly part: number;
}

/** Weaker relations between words count only where the rest of the phrase supports them. */
function isGoodEnough(
  index: AnswerIndex,
  { phrase, places, part }: WantedPart,
  match: { readonly place: Occurrence; readonly options: SearchOptions },
): boolean {
  const { place, options } = match;
  if (isStrong(place)) return true;
  if (options.strict) return false;
  if (place.relation === "modifier") return phrase.parts.length > 1;
  if (places.isSplit(part, place.at)) return true;
  if (phrase.parts.length === 1) return false;
  return places.isNamed(part) || isAskedFor(index, phrase.parts[part - phrase.first]);
}

/** The question names the full compound. */
function isAskedFor({ question }: AnswerIndex, part: FactPart | undefined): boolean {
  const asked = askedKeys(question);
  for (const key of part?.item.keys ?? []) if (asked.has(key)) return true;
  return false;
}

interface Search {
  readonly found: readonly Places[];
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
  let asserts = false;
  for (const places of found) {
    const place = nearest(index, { places, anchor, phrase }, options);
    if (place === undefined) return undefined;
    group.push(place);
    asserts ||= isAsserted(place, options);
  }
  return asserts && !isBoundElsewhere(index, group) ? group : undefined;
}

function placeOf({ content: { items } }: AnswerIndex, group: readonly Occurrence[]): FactPlace {
  let start = Infinity;
  let end = -Infinity;
  for (const { at } of group) {
    const item = items[at];
    if (item === undefined) continue;
    start = Math.min(start, item.start);
    end = Math.max(end, item.end);
  }
  return { start, end };
}
