import { isNoun } from "./clauses.ts";
import type { ContentItem } from "./content-items.ts";
import data from "./declining-phrases.json" with { type: "json" };
import { keysOf } from "./inflection.ts";
import { keepsWords, type Passage } from "./passage.ts";
import { fitsAny, readPatterns } from "./phrase-pattern.ts";
import type { ItemRun } from "./phrase-screen.ts";
import { wordProperty, type Word } from "./word.ts";
import { isPolite } from "./word-traits.ts";

/** Words that call to ask somebody, and such as somebody does who answers. */
export const asks = readPatterns(data.asks);
export const answers = readPatterns(data.answers);
/** Words of offices, mostly in languages in which no ending tells them. */
export const placePatterns = readPatterns([[data.placeWords]]);
const noPlace = new Set(data.noPlace);
const subordinate = new Set(data.subordinate);

/**
 * A call to ask (`wenden Sie sich an …`) names whom by any noun; a mere `hilft`, `nennt`, `weiß`
 * only with an office or a way to reach one, and not when it is denied. Where the sentence says
 * that nothing is said, another main clause has to do so (`…, Auskunft gibt das Rathaus`).
 */
export function namesWhereToAsk(passage: Passage, says: boolean): boolean {
  const { pattern, items } = passage;
  if (fitsAny(pattern, asks)) return namesOffice(passage) || items.some(isSomebody);
  // Without an answering word in the sentence there is none in its clauses, unless they cut words.
  if (!fitsAny(pattern, answers) && keepsWords(passage)) return false;
  const able = passage.clauses.filter(answersAt);
  if (able.length === 0) return !says && answersAt(passage);
  return able.some((clause) => {
    if (/ (?:nicht|nichts|kein\p{L}{0,2}) /u.test(clause.pattern.line)) return false;
    return !says || !subordinate.has(clause.items[0]?.lower ?? "");
  });
}

function answersAt(passage: Passage): boolean {
  return fitsAny(passage.pattern, answers) && namesOffice(passage);
}

/** Could one of the items be an office, a person or a way to reach one? */
export function mayNameOffice({ items, from, to }: ItemRun): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (isContact(item)) return true;
    if (isNoun(item) && (isPlaceName(item.word) || isWayName(item.word))) return true;
  }
  return false;
}

function namesOffice({ pattern, items }: Passage): boolean {
  if (fitsAny(pattern, placePatterns)) return true;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (isContact(item) || (isNoun(item) && (isPlace(items, at) || isWay(items, at)))) return true;
  }
  return false;
}

/** Any noun but those that only say what is asked; the first word of a sentence is no proof. */
function isSomebody(item: ContentItem, at: number): boolean {
  return at > 0 && isNoun(item) && !noPlace.has(item.lower) && !isPolite(item.word);
}

function isContact({ value, word }: ContentItem): boolean {
  return (value !== undefined && value.kind === "digit-code") || isAddress(word);
}

const isAddress = wordProperty(({ text }) => text.includes("@") || /^(?:www|https?)\b/u.test(text));

/** A noun; verbs begin calls with a capital too: `Stellen Sie …`. */
function isPlace(items: readonly ContentItem[], at: number): boolean {
  const item = items[at];
  if (item === undefined || !isPlaceName(item.word)) return false;
  return at > 0 || !["sie", "bitte", "sich"].includes(items[1]?.lower ?? "");
}

/** A noun and its number: `Rathausgasse 3`, `Zimmer 214`. */
function isWay(items: readonly ContentItem[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item === undefined || next === undefined || !isWayName(item.word)) return false;
  return (next.value !== undefined && next.value.kind === "number") || isSingleCapital(next.word);
}

const isSingleCapital = wordProperty(({ text }) => /^[A-Z]$/u.test(text));
const isPlaceName = wordProperty((word) => endsWithOneOf(word, data.placeEndings));
const isWayName = wordProperty((word) => endsWithOneOf(word, data.ways));

function endsWithOneOf(word: Word, endings: readonly string[]): boolean {
  for (const key of keysOf(word)) if (endings.some((ending) => key.endsWith(ending))) return true;
  return false;
}
