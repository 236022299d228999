import { clausesOf, hasColonBefore, isNoun, type Clause, type ItemRange } from "./clauses.ts";
import type { Content, ContentItem, ContentSentence } from "./content-items.ts";
import words from "./negation-words.json" with { type: "json" };

/**
 * For every item of a text: is it denied where it stands? Scopes: `nicht` denies what follows in
 * its clause, and the whole clause when only verbs follow (`Die Urkunde müssen Sie nicht
 * vorlegen`), but not its circumstances (`seit dem 1. Februar`, `nach § 35`); before an adjective
 * and its noun only the adjective. `kein`, `ohne`, `weder`, `statt` deny their noun phrase;
 * `entfällt`, `ausgeschlossen`, `ist falsch` the whole clause; `früher`, `bisher` the values of
 * their clause. Two denials cancel (`nicht ohne`), `nicht nur`, `nicht länger als` and `nicht
 * vergessen` deny nothing. What a heading such as `Nicht nötig:` lists is denied. Irony and
 * implied denials are not seen.
 */
export function deniedItems(content: Content): boolean[] {
  const denied = content.items.map(() => false);
  for (const sentence of content.sentences) {
    const clauses = clausesOf(content, sentence);
    clauses.forEach((clause, number) => {
      const [previous, next] = [clauses[number - 1], clauses[number + 1]];
      denyInClause({ content, clause, previous, next, denied });
    });
  }
  denyLists(content, denied);
  content.items.forEach((item, index) => {
    const struck = content.text.slice(Math.max(0, item.start - 2), item.start) === "~~";
    if (struck) denied[index] = true;
  });
  return denied;
}

/** A clause that is read, and the flags it changes. */
interface Scope {
  readonly content: Content;
  readonly clause: ItemRange;
  readonly previous: Clause | undefined;
  readonly next: Clause | undefined;
  readonly denied: boolean[];
}

const following = new Set(words.following);
const phrase = new Set(words.phrase);
const earlier = new Set(words.earlier);
const refuting = new Set(words.refuting);
const refutingLast = new Set(words.refutingLast);
const notNegating = new Set(words.notNegating);
const comparatives = new Set(words.comparatives);
const cancelling = new Set(words.cancelling);
const harmlessNouns = new Set(words.harmlessNouns);
const light = new Set(words.light);
const reasons = new Set(words.reasons);
const circumstances = new Set(words.circumstances);

function denyInClause(scope: Scope): void {
  const { items } = scope.content;
  const { from, to } = scope.clause;
  for (let at = from; at < to; at += 1) {
    const lower = items[at]?.lower ?? "";
    if (following.has(lower) || isAnythingBut(items, at)) denyFrom(scope, at);
    else if (phrase.has(lower) || isNeitherNor(scope, at)) denyPhrase(scope, at);
    else if (refuting.has(lower)) denyWhole(scope);
    else if (refutingLast.has(lower) && at === to - 1) denyStatement(scope);
    else if (earlier.has(lower)) denyValues(scope, at);
  }
}

/** The `als` of `alles andere als kostenlos`. */
function isAnythingBut(items: readonly ContentItem[], at: number): boolean {
  return (
    items[at]?.lower === "als" &&
    items[at - 1]?.lower === "andere" &&
    items[at - 2]?.lower === "alles"
  );
}

/** `… ist falsch`: its clause, and the one before it that begins with `dass`. */
function denyStatement(scope: Scope): void {
  denyWhole(scope);
  const { content, previous, denied } = scope;
  if (previous !== undefined && content.items[previous.from]?.lower === "dass")
    toggle(denied, previous);
}

/** `noch` only denies behind `weder`. */
function isNeitherNor({ content, clause }: Scope, at: number): boolean {
  if (content.items[at]?.lower !== "noch") return false;
  return some(content.items, { from: clause.from, to: at }, (item) => item.lower === "weder");
}

/** `nicht …`: to the end of the clause, or the whole clause when nothing of weight follows. */
function denyFrom(scope: Scope, at: number): void {
  const { clause, denied } = scope;
  const { items } = scope.content;
  const next = items[at + 1];
  if (at + 1 < clause.to && notNegating.has(next?.lower ?? "")) return;
  if (comparatives.has(next?.lower ?? "") && items[at + 2]?.lower === "als") return;
  if (some(items, clause, (item) => cancelling.has(item.lower))) return;
  if (isAttribute(items, at)) return toggle(denied, { from: at + 1, to: at + 2 });
  const tail = { from: at + 1, to: clause.to };
  if (next?.lower !== "für" && some(items, tail, hasWeight)) return toggle(denied, tail);
  denyWhole(scope);
  const behind = scope.next;
  if (behind === undefined) return;
  const isListed = behind.lists && hasColonBefore(scope.content, behind.from);
  if (isListed || items[behind.from]?.lower === "dass") toggle(denied, behind);
}

/** `im nicht öffentlichen Teil`: an inflected adjective with its noun right behind. */
function isAttribute(items: readonly ContentItem[], at: number): boolean {
  const [before, adjective, noun] = [items[at - 1], items[at + 1], items[at + 2]];
  if (adjective === undefined || noun === undefined || !isNoun(noun)) return false;
  if (adjective.isFunction || isNoun(adjective) || noun.clause !== items[at]?.clause) return false;
  return (
    /e[nmrs]?$/u.test(adjective.lower) &&
    /^(?:d[aei][ensmr]|eine?[nmrs]?|i[mn]|zu[mr]|bei|beim|am|vom|von|für|mit|alle[nr]?)$/u.test(
      before?.lower ?? "",
    )
  );
}

/** Verbs stand at the end of a clause and end in -en, -n or -t. */
function hasWeight(item: ContentItem): boolean {
  if (item.value !== undefined) return true;
  if (item.isFunction || light.has(item.lower)) return false;
  return isNoun(item) || !/(?:en|ern|eln|t|tun)$/u.test(item.lower);
}

/** The whole clause without what only says since when, until when, by which law. */
function denyWhole({ content, clause, denied }: Scope): void {
  for (let at = clause.from; at < clause.to; at += 1) {
    if (!isCircumstance(content.items, at, clause.from)) denied[at] = denied[at] !== true;
  }
}

function isCircumstance(items: readonly ContentItem[], at: number, from: number): boolean {
  const isValue = items[at]?.value !== undefined;
  for (let back = at - 1; back >= Math.max(from, at - 3); back -= 1) {
    const item = items[back];
    if (item === undefined) return false;
    if (reasons.has(item.lower) || (isValue && circumstances.has(item.lower))) return true;
    if (!item.isFunction && item.value === undefined && !/e[nmrs]?$/u.test(item.lower))
      return false;
  }
  return false;
}

/** `kein …`, `ohne …`: to the noun or value, a value joined by `von`, and the verbs at the end. */
function denyPhrase(scope: Scope, at: number): void {
  const { clause, denied } = scope;
  const { items } = scope.content;
  let to = at + 1;
  while (to < clause.to && !isHead(items[to])) to += 1;
  const head = items[to];
  if (head === undefined || to >= clause.to) return toggle(denied, { from: at + 1, to: clause.to });
  if (harmlessNouns.has(head.text)) return denyIdiom(scope, at);
  to = endOfListing(items, { from: to + 1, to: clause.to });
  if (["von", "in"].includes(items[to]?.lower ?? "") && head.value === undefined) {
    const value = items.slice(to, Math.min(to + 4, clause.to)).findIndex((item) => item.value);
    if (value >= 0) to += value + 1;
  }
  const isKein = items[at]?.lower.startsWith("kein") === true;
  const closesWithVerbs = isKein && !some(items, { from: to, to: clause.to }, hasWeight);
  toggle(denied, { from: at + 1, to: closesWithVerbs ? clause.to : to });
}

/** Further members of `kein Bauschutt, alte Farben und Lacke`, which stand in the same clause. */
function endOfListing(items: readonly ContentItem[], { from, to }: ItemRange): number {
  let end = from;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    const isNext = item.clause !== items[at - 1]?.clause || item.lower === "und" || at > end;
    if (!isNext) break;
    if (isNoun(item)) end = at + 1;
    else if (!/^(?:und|oder|sowie|\p{Ll}{3,}e[nrms]?)$/u.test(item.lower)) break;
  }
  return end;
}

/** `auf keinen Fall`, `in keiner Weise` deny like `nicht`; `ohne Weiteres` denies nothing. */
function denyIdiom({ content, clause, denied }: Scope, at: number): void {
  if (!["Fall", "Weise", "Umständen"].includes(content.items[at + 1]?.text ?? "")) return;
  toggle(denied, { from: Math.max(clause.from, at - 1), to: clause.to });
}

function isHead(item: ContentItem | undefined): boolean {
  if (item === undefined) return false;
  return (item.value !== undefined && item.value.kind !== "number") || isNoun(item);
}

/** `früher 22,80 Euro`, `22,80 Euro waren es früher`; not `früher als`, `als früher`. */
function denyValues({ content, clause, denied }: Scope, at: number): void {
  const { items } = content;
  const before = items[at - 1]?.lower ?? "";
  if (items[at + 1]?.lower === "als" || ["je", "als", "wie"].includes(before)) return;
  if (phrase.has(before)) return;
  const behind = earlierValues(items, { from: at, to: clause.to });
  const places = behind.length > 0 ? behind : earlierValues(items, { from: clause.from, to: at });
  for (const place of places) toggle(denied, { from: place, to: place + 1 });
}

/** Dates say when it was; everything else is what it was. */
function earlierValues(items: readonly ContentItem[], { from, to }: ItemRange): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const kind = items[at]?.value?.kind;
    if (kind !== undefined && kind !== "date") places.push(at);
  }
  return places;
}

/** `Nicht benötigt werden:` and the list items behind it. */
function denyLists(content: Content, denied: boolean[]): void {
  let denies = false;
  for (const sentence of content.sentences) {
    if (sentence.isHeading) denies = deniesWhatFollows(content, sentence);
    else if (denies && sentence.isListItem) toggle(denied, sentence);
    else denies = false;
  }
}

function deniesWhatFollows(content: Content, sentence: ContentSentence): boolean {
  let cue = sentence.from;
  while (cue < sentence.to && !following.has(content.items[cue]?.lower ?? "")) cue += 1;
  return cue < sentence.to && !some(content.items, { from: cue + 1, to: sentence.to }, hasWeight);
}

function some(
  items: readonly ContentItem[],
  range: ItemRange,
  test: (item: ContentItem) => boolean,
): boolean {
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item !== undefined && test(item)) return true;
  }
  return false;
}

function toggle(denied: boolean[], range: ItemRange): void {
  for (let at = range.from; at < range.to; at += 1) denied[at] = denied[at] !== true;
}
