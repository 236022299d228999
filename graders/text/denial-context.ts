import { isNoun, type ItemRange } from "./clauses.ts";
import type { ContentItem } from "./content-items.ts";
import { vocabulary } from "./values-vocabulary.ts";
import {
  callEnding,
  denying,
  definite,
  hasTrait,
  inflected,
  joining,
  reason,
  verbEnding,
} from "./denial-traits.ts";
import words from "./negation-words.json" with { type: "json" };

const comparatives = new Set(words.comparatives);
const light = new Set(words.light);
const perfect = new Set(words.perfect);
const duty = new Set(words.duty);
const circumstances = new Set(words.circumstances);

/** The `als` of `alles andere als kostenlos`. */
export function isAnythingBut(items: readonly ContentItem[], at: number): boolean {
  return (
    items[at]?.lower === "als" &&
    items[at - 1]?.lower === "andere" &&
    items[at - 2]?.lower === "alles"
  );
}

/** `nicht länger als 6 Monate`; `nicht mehr als schwerbehindert` denies, for no value follows. */
export function isLimit(items: readonly ContentItem[], { from, to }: ItemRange): boolean {
  const word = items[from]?.lower ?? "";
  if (!comparatives.has(word) || items[from + 1]?.lower !== "als") return false;
  const behind = { from: from + 2, to: Math.min(to, from + 7) };
  return word !== "mehr" || some(items, behind, ({ value }) => value !== undefined);
}

/** `im nicht öffentlichen Teil`: an inflected adjective with its noun right behind. */
export function isAttribute(items: readonly ContentItem[], at: number): boolean {
  const [before, adjective, noun] = [items[at - 1], items[at + 1], items[at + 2]];
  if (adjective === undefined || noun === undefined || !isNoun(noun)) return false;
  if (adjective.isFunction || isNoun(adjective) || noun.clause !== items[at]?.clause) return false;
  return (
    hasTrait(adjective.word, inflected) &&
    /^(?:d[aei][ensmr]|eine?[nmrs]?|i[mn]|zu[mr]|bei|beim|am|vom|von|für|mit|alle[nr]?)$/u.test(
      before?.lower ?? "",
    )
  );
}

/** Values, nouns and what is no verb. */
export function hasWeight(item: ContentItem): boolean {
  if (item.value !== undefined) return true;
  if (item.isFunction || light.has(item.text)) return false;
  return isNoun(item) || !hasTrait(item.word, verbEnding);
}

export function isCircumstance(items: readonly ContentItem[], at: number, from: number): boolean {
  const kind = items[at]?.value?.kind;
  const isTime = kind === "date" || kind === "time";
  for (let back = at - 1; back >= Math.max(from, at - 3); back -= 1) {
    const item = items[back];
    if (item === undefined) return false;
    if (hasTrait(item.word, reason) || (kind !== undefined && circumstances.has(item.lower)))
      return true;
    if (isTime && item.lower === "von") return true;
    if (item.value !== undefined || isNoun(item) || hasTrait(item.word, denying)) return false;
    if (!item.isFunction && !hasTrait(item.word, inflected)) return false;
  }
  return false;
}

/** The verb of `Schlucken Sie dabei nichts`. */
export function isCalled(items: readonly ContentItem[], at: number): boolean {
  const item = items[at];
  return items[at + 1]?.lower === "sie" && item !== undefined && hasTrait(item.word, callEnding);
}

/** `Jobcenter` in `vom Jobcenter bekommen Sie nichts`; months say since when. */
export function isFrom(items: readonly ContentItem[], at: number): boolean {
  const item = items[at];
  if (item === undefined || !isNoun(item) || vocabulary.months.has(item.lower)) return false;
  return isVon(items[at - 1]) || isVon(items[at - 2]);
}

export function isVon(item: ContentItem | undefined): boolean {
  return item?.lower === "von" || item?.lower === "vom";
}

/**
 * `Sie haben Ihr Einkommen nicht nachgewiesen`: only the doing is denied, for what was to be done is
 * there. Not `Sie haben nichts zu zahlen`.
 */
export function isPerfect(
  items: readonly ContentItem[],
  at: number,
  { from, to }: ItemRange,
): boolean {
  const last = items[to - 1];
  if (last === undefined || at !== to - 2 || last.isFunction || isNoun(last)) return false;
  const isParticiple = /(?:t|en)$/u.test(last.lower) && !light.has(last.text);
  return isParticiple && some(items, { from, to: at }, ({ lower }) => perfect.has(lower));
}

/** `Ihr Einkommen`, `den Antrag`, `18.340 Euro`: it is there, whatever was not done with it. */
export function isDefinite(items: readonly ContentItem[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (item.value !== undefined) return item.value.kind === "money";
  if (!isNoun(item)) return false;
  return isDefiniteIn(items[at - 1], item.clause) || isDefiniteIn(items[at - 2], item.clause);
}

function isDefiniteIn(item: ContentItem | undefined, clause: number): boolean {
  return item?.clause === clause && hasTrait(item.word, definite);
}

/** `7 statt der erlaubten 8 Minuten` states the 8 minutes. */
export function isOfDuty(items: readonly ContentItem[], at: number): boolean {
  const cue = items[at]?.lower;
  if (cue !== "statt" && cue !== "anstatt" && cue !== "anstelle") return false;
  return duty.has(items[at + 1]?.lower ?? "") || duty.has(items[at + 2]?.lower ?? "");
}

/** The bare number of `statt 64 sind nun 52 Wohnungen vorgesehen`. */
export function isReplaced(items: readonly ContentItem[], cue: number, at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  if (items[cue]?.lower !== "statt" || item?.value?.kind !== "number") return false;
  return next !== undefined && next.isFunction && next.value === undefined;
}

/** Further members of `kein Bauschutt, alte Farben und Lacke`, which stand in the same clause. */
export function endOfListing(items: readonly ContentItem[], { from, to }: ItemRange): number {
  let end = from;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    const isNext = item.clause !== items[at - 1]?.clause || item.lower === "und" || at > end;
    if (!isNext) break;
    if (isNoun(item)) end = at + 1;
    else if (!hasTrait(item.word, joining)) break;
  }
  return end;
}

export function isHead(item: ContentItem | undefined): boolean {
  if (item === undefined) return false;
  return (item.value !== undefined && item.value.kind !== "number") || isNoun(item);
}

export function some(
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

export function toggle(denied: boolean[], range: ItemRange): void {
  for (let at = range.from; at < range.to; at += 1) denied[at] = denied[at] !== true;
}
