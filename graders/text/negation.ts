import type { Content, ContentItem, ContentSentence } from "./content-items.ts";
import words from "./negation-words.json" with { type: "json" };

/**
 * For every item of a text: is it denied where it stands? Scopes: `nicht` denies what follows in
 * its clause, and the whole clause when only verbs follow (`Die Urkunde müssen Sie nicht
 * vorlegen`); `kein`, `ohne`, `weder`, `statt` deny their noun phrase; `entfällt`, `ist falsch`
 * the whole clause; `früher`, `bisher` the values of their clause. Two denials cancel (`nicht
 * ohne`), `nicht nur`, `nicht länger als` and `nicht vergessen` deny nothing. A heading such as
 * `Nicht nötig:` denies the list below it. Irony and implied denials are not seen.
 */
export function deniedItems(content: Content): boolean[] {
  const denied = content.items.map(() => false);
  for (const sentence of content.sentences) {
    for (const clause of clausesOf(content, sentence)) denyInClause(content.items, clause, denied);
  }
  denyLists(content, denied);
  content.items.forEach((item, index) => {
    const struck = content.text.slice(Math.max(0, item.start - 2), item.start) === "~~";
    if (struck) denied[index] = true;
  });
  return denied;
}

/** Items `from` to before `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const following = new Set(words.following);
const phrase = new Set(words.phrase);
const earlier = new Set(words.earlier);
const refuting = new Set(words.refuting);
const notNegating = new Set(words.notNegating);
const comparatives = new Set(words.comparatives);
const cancelling = new Set(words.cancelling);
const harmlessNouns = new Set(words.harmlessNouns);
const light = new Set(words.light);
const clauseWords = new Set(words.clauseWords);

/** Bounds the work on a text without any sign. */
const longestClause = 60;

function clausesOf(content: Content, sentence: ContentSentence): Range[] {
  const ranges: Range[] = [];
  let from = sentence.from;
  for (let at = sentence.from + 1; at <= sentence.to; at += 1) {
    const [item, before] = [content.items[at], content.items[at - 1]];
    const ends =
      at === sentence.to ||
      at - from >= longestClause ||
      item?.clause !== before?.clause ||
      clauseWords.has(item?.lower ?? "");
    if (!ends) continue;
    ranges.push({ from, to: at });
    from = at;
  }
  return ranges;
}

function denyInClause(items: readonly ContentItem[], clause: Range, denied: boolean[]): void {
  for (let at = clause.from; at < clause.to; at += 1) {
    const lower = items[at]?.lower ?? "";
    if (following.has(lower)) denyFrom(items, { clause, at }, denied);
    else if (phrase.has(lower) || isNeitherNor(items, clause, at))
      denyPhrase(items, { clause, at }, denied);
    else if (refuting.has(lower)) toggle(denied, clause);
    else if (earlier.has(lower)) denyValues(items, { clause, at }, denied);
  }
}

/** `noch` only denies behind `weder`. */
function isNeitherNor(items: readonly ContentItem[], clause: Range, at: number): boolean {
  if (items[at]?.lower !== "noch") return false;
  return some(items, { from: clause.from, to: at }, (item) => item.lower === "weder");
}

interface Cue {
  readonly clause: Range;
  readonly at: number;
}

/** `nicht …`: to the end of the clause, or the whole clause when nothing of weight follows. */
function denyFrom(items: readonly ContentItem[], { clause, at }: Cue, denied: boolean[]): void {
  const next = items[at + 1]?.lower ?? "";
  if (at + 1 < clause.to && notNegating.has(next)) return;
  if (comparatives.has(next) && items[at + 2]?.lower === "als") return;
  const tail = { from: at + 1, to: clause.to };
  if (some(items, clause, (item) => cancelling.has(item.lower))) return;
  const isWhole = next === "für" || !some(items, tail, hasWeight);
  toggle(denied, isWhole ? clause : tail);
}

/** Verbs stand at the end of a clause and end in -en, -n or -t. */
function hasWeight(item: ContentItem): boolean {
  if (item.value !== undefined) return true;
  if (item.isFunction || light.has(item.lower)) return false;
  const isLower = item.text.charAt(0) === item.lower.charAt(0);
  return !isLower || !/(?:en|ern|eln|t|tun)$/u.test(item.lower);
}

/** `kein …`, `ohne …`: to the first noun or value, and on to a value joined by `von`. */
function denyPhrase(items: readonly ContentItem[], { clause, at }: Cue, denied: boolean[]): void {
  let to = at + 1;
  while (to < clause.to && !isHead(items[to])) to += 1;
  const head = items[to];
  if (head === undefined || to >= clause.to) return toggle(denied, { from: at + 1, to: clause.to });
  if (harmlessNouns.has(head.text)) return toggleForIdiom(items, { clause, at }, denied);
  to += 1;
  const joined = ["von", "in"].includes(items[to]?.lower ?? "");
  if (joined && head.value === undefined) {
    const value = items.slice(to, Math.min(to + 4, clause.to)).findIndex((item) => item.value);
    if (value >= 0) to += value + 1;
  }
  toggle(denied, { from: at + 1, to });
}

/** `auf keinen Fall`, `in keiner Weise` deny like `nicht`; `ohne Weiteres` denies nothing. */
function toggleForIdiom(items: readonly ContentItem[], cue: Cue, denied: boolean[]): void {
  const { clause, at } = cue;
  if (!["Fall", "Weise", "Umständen"].includes(items[at + 1]?.text ?? "")) return;
  toggle(denied, { from: Math.max(clause.from, at - 1), to: clause.to });
}

function isHead(item: ContentItem | undefined): boolean {
  if (item === undefined) return false;
  if (item.value !== undefined && item.value.kind !== "number") return true;
  const first = item.text.charAt(0);
  return !item.isFunction && first !== first.toLowerCase();
}

/** `früher 22,80 Euro`; not `früher als`, `je früher`. */
function denyValues(items: readonly ContentItem[], { clause, at }: Cue, denied: boolean[]): void {
  if (items[at + 1]?.lower === "als" || items[at - 1]?.lower === "je") return;
  for (let index = clause.from; index < clause.to; index += 1) {
    const kind = items[index]?.value?.kind;
    if (kind !== undefined && kind !== "date") toggle(denied, { from: index, to: index + 1 });
  }
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
  range: Range,
  test: (item: ContentItem) => boolean,
): boolean {
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item !== undefined && test(item)) return true;
  }
  return false;
}

function toggle(denied: boolean[], range: Range): void {
  for (let at = range.from; at < range.to; at += 1) denied[at] = denied[at] !== true;
}
