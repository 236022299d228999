import type { GradedCase } from "../../core/case.ts";
import { isNoun } from "./clauses.ts";
import { keysOf } from "./inflection.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "./content-overlap.ts";
import {
  readContent,
  type Content,
  type ContentItem,
  type ContentSentence,
} from "./content-items.ts";
import { keepsWords, Passage } from "./passage.ts";
import { rememberLatest } from "./remember-latest.ts";
import { rememberObject } from "./remember-object.ts";
import { wordProperty, type Word } from "./word.ts";
import { politeWords } from "./stop-words.ts";
import { isDeniedDenial } from "./denied-denial.ts";
import data from "./declining-phrases.json" with { type: "json" };
import { fitsAny, fitsTogether, hasOneOf, readPatterns, readWordGroup } from "./phrase-pattern.ts";

/** A sentence of the answer and what it does. */
export interface SortedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Says that the text or the information does not tell. */
  readonly tellsNothing: boolean;
  /** Declines to help at all. */
  readonly refuses: boolean;
  /** Names an office, a person or a way to reach one, to ask there. */
  readonly namesWhereToAsk: boolean;
  /** Answers something. */
  readonly isSubstance: boolean;
}

const tellsNothing = readPatterns(data["tells-nothing"], data.groups);
const refuses = readPatterns(data.refuses);
const asks = readPatterns(data.asks);
const answers = readPatterns(data.answers);
const noPlace = new Set(data.noPlace);
const placeWords = readWordGroup(data.placeWords);
const subordinate = new Set(data.subordinate);

/** Sorts the sentences of an answer; what counts as substance is judged against the reference. */
export function sortSentences(content: Content, graded: GradedCase): readonly SortedSentence[] {
  return sorterFor(graded)(content);
}

/** Several graders ask for the same sentences. */
const sorterFor = rememberObject((graded: GradedCase) => {
  const known = knownVocabulary(graded);
  return rememberLatest((content: Content): readonly SortedSentence[] =>
    content.sentences.map((sentence) => sortSentence(content, sentence, known)),
  );
});

/** Words and values of the right answer; undefined when the case has none. */
function knownVocabulary(graded: GradedCase): Vocabulary | undefined {
  const texts = [graded.reference, ...(graded.expected?.facts ?? [])].filter(
    (text) => text !== undefined,
  );
  if (texts.length === 0) return undefined;
  return vocabularyOf(texts.map((text) => readContent(text.normalize("NFC"))));
}

function sortSentence(
  content: Content,
  sentence: ContentSentence,
  known: Vocabulary | undefined,
): SortedSentence {
  const text = content.text.slice(sentence.start, sentence.end);
  const items = content.items.slice(sentence.from, sentence.to);
  const passage = new Passage(text, items);
  const says =
    (text.length <= longestNone && bareNone.test(text)) ||
    (fitsTogether(passage, tellsNothing) && !isDeniedDenial(passage.pattern));
  const declines = fitsAny(passage.pattern, refuses);
  const refers = namesWhereToAsk(passage, says);
  const isPlain = !says && !declines && !refers;
  return {
    start: sentence.start,
    end: sentence.end,
    text,
    tellsNothing: says,
    refuses: declines,
    namesWhereToAsk: refers,
    isSubstance: isPlain ? isSubstance(items, known) : repeatsReference(items, known),
  };
}

/** `Keine Angabe.` and nothing else. */
const longestNone = 25;
const bareNone = /^[\s*_>-]{0,6}(?:keine angaben?|k\. ?a\.|unbekannt)[.!*_\s]{0,6}$/iu;

/**
 * A call to ask (`wenden Sie sich an …`) names whom by any noun; a mere `hilft`, `nennt`, `weiß`
 * only with an office or a way to reach one, and not when it is denied. Where the sentence says
 * that nothing is said, another main clause has to do so (`…, Auskunft gibt das Rathaus`).
 */
function namesWhereToAsk(passage: Passage, says: boolean): boolean {
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

function namesOffice({ pattern, items }: Passage): boolean {
  if (hasOneOf(pattern, placeWords)) return true;
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

const isPolite = wordProperty(({ text }) => politeWords.has(text.toLowerCase()));

function isSubstance(items: readonly ContentItem[], known: Vocabulary | undefined): boolean {
  let carrying = 0;
  let shared = 0;
  let hasValue = false;
  for (const item of items) {
    if (item.isFunction || isPolite(item.word)) continue;
    carrying += 1;
    if (known !== undefined && !knowsItem(known, item)) continue;
    shared += 1;
    if (item.value !== undefined) hasValue = true;
    // From here on nothing that follows changes anything.
    if (shared >= 2 || (hasValue && known !== undefined)) return true;
  }
  return carrying > 0 && (hasValue || (known !== undefined && shared * 3 >= carrying));
}

/** A sentence that declines may still be the right answer, when it says what the reference says. */
function repeatsReference(items: readonly ContentItem[], known: Vocabulary | undefined): boolean {
  if (known === undefined) return false;
  const carrying = items.filter((item) => !item.isFunction);
  const shared = carrying.filter((item) => knowsItem(known, item));
  const hasValue = shared.some(({ value }) => value !== undefined && value.kind !== "number");
  return hasValue || (carrying.length > 0 && shared.length >= carrying.length * 0.6);
}
