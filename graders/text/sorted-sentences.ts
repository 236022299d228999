import type { GradedCase } from "../../core/case.ts";
import { isNoun } from "./clauses.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "./content-overlap.ts";
import {
  readContent,
  type Content,
  type ContentItem,
  type ContentSentence,
} from "./content-items.ts";
import { politeWords } from "./stop-words.ts";
import { isDeniedDenial } from "./denied-denial.ts";
import data from "./declining-phrases.json" with { type: "json" };
import {
  fitsAny,
  hasOneOf,
  patternSentence,
  readPatterns,
  readWordGroup,
  type PatternSentence,
} from "./phrase-pattern.ts";

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

const tellsNothing = readPatterns(data["tells-nothing"]);
const refuses = readPatterns(data.refuses);
const asks = readPatterns(data.asks);
const answers = readPatterns(data.answers);
const noPlace = new Set(data.noPlace);
const placeWords = readWordGroup(data.placeWords);

/** Sorts the sentences of an answer; what counts as substance is judged against the reference. */
export function sortSentences(content: Content, graded: GradedCase): SortedSentence[] {
  const known = knownVocabulary(graded);
  return content.sentences.map((sentence) => sortSentence(content, sentence, known));
}

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
  const pattern = patternSentence(text);
  const items = content.items.slice(sentence.from, sentence.to);
  const says = fitsAny(pattern, tellsNothing) && !isDeniedDenial(pattern);
  const declines = fitsAny(pattern, refuses);
  const refers = namesWhereToAsk({ pattern, items, says });
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

interface Sorting {
  readonly pattern: PatternSentence;
  readonly items: readonly ContentItem[];
  /** The sentence says that the text does not tell. */
  readonly says: boolean;
}

/**
 * A call to ask (`wenden Sie sich an …`) names whom by any noun; a mere `hilft`, `nennt`, `weiß`
 * only with an office or a way to reach one, and not where the sentence says that nothing is said.
 */
function namesWhereToAsk({ pattern, items, says }: Sorting): boolean {
  const namesOffice =
    hasOneOf(pattern, placeWords) || items.some((item) => isContact(item) || isPlace(item));
  if (fitsAny(pattern, asks)) return namesOffice || items.some(isSomebody);
  return !says && namesOffice && fitsAny(pattern, answers);
}

/** Any noun but those that only say what is asked; the first word of a sentence is no proof. */
function isSomebody(item: ContentItem, at: number): boolean {
  return at > 0 && isNoun(item) && !noPlace.has(item.lower) && !politeWords.has(item.lower);
}

function isContact(item: ContentItem): boolean {
  return (
    item.value?.kind === "digit-code" ||
    item.text.includes("@") ||
    /^(?:www|https?)\b/u.test(item.text)
  );
}

function isPlace(item: ContentItem): boolean {
  if (!isNoun(item)) return false;
  for (const key of item.keys) {
    if (data.placeEndings.some((ending) => key.endsWith(ending))) return true;
  }
  return false;
}

function isSubstance(items: readonly ContentItem[], known: Vocabulary | undefined): boolean {
  const carrying = items.filter((item) => !item.isFunction && !politeWords.has(item.lower));
  if (carrying.length === 0) return false;
  if (known === undefined) return carrying.length > 1 || carrying[0]?.value !== undefined;
  const shared = carrying.filter((item) => knowsItem(known, item));
  return (
    shared.some((item) => item.value !== undefined) ||
    shared.length >= 2 ||
    shared.length * 3 >= carrying.length
  );
}

/** A sentence that declines may still be the right answer, when it says what the reference says. */
function repeatsReference(items: readonly ContentItem[], known: Vocabulary | undefined): boolean {
  if (known === undefined) return false;
  const carrying = items.filter((item) => !item.isFunction);
  const shared = carrying.filter((item) => knowsItem(known, item));
  const hasValue = shared.some(({ value }) => value !== undefined && value.kind !== "number");
  return hasValue || (carrying.length > 0 && shared.length >= carrying.length * 0.6);
}
