import type { GradedCase } from "../../core/case.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "./content-overlap.ts";
import { readContent, type Content, type ContentSentence } from "./content-items.ts";
import data from "./declining-phrases.json" with { type: "json" };
import { isDeniedDenial } from "./denied-denial.ts";
import { Passage } from "./passage.ts";
import { fitsAny, fitsTogether, readPatterns } from "./phrase-pattern.ts";
import { PhraseScreen, type ItemRun, type ScreenedSentence } from "./phrase-screen.ts";
import { rememberLatest } from "./remember-latest.ts";
import { rememberObject } from "./remember-object.ts";
import { answers, asks, mayNameOffice, namesWhereToAsk, placePatterns } from "./where-to-ask.ts";
import { isPolite } from "./word-traits.ts";

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
/** Most sentences neither decline nor name where to ask. Those of other languages come last, for they share bits. */
const screen = new PhraseScreen(
  [
    { authored: data.refuses, read: refuses },
    { authored: data.asks, read: asks },
    { authored: data.answers, read: answers },
    { authored: [[data.placeWords]], read: placePatterns },
    { authored: data["tells-nothing"], read: tellsNothing },
  ],
  data.groups,
);
/** Lists of the screen, as bits. */
const [mayAnswer, mayNamePlace] = [1 << 2, 1 << 3];

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
  { start, end, from, to }: ContentSentence,
  known: Vocabulary | undefined,
): SortedSentence {
  const text = content.text.slice(start, end);
  const run = { text, start, items: content.items, from, to };
  const isBare = text.length <= longestNone && bareNone.test(text);
  const { says, declines, refers } = isBare || mayDecline(run) ? readSentence(run, isBare) : plain;
  return {
    start,
    end,
    text,
    tellsNothing: says,
    refuses: declines,
    namesWhereToAsk: refers,
    isSubstance:
      says || declines || refers ? repeatsReference(run, known) : isSubstance(run, known),
  };
}

/** What a sentence says besides its substance. */
interface Said {
  readonly says: boolean;
  readonly declines: boolean;
  readonly refers: boolean;
}

const plain: Said = { says: false, declines: false, refers: false };

/** Could the sentence decline, say that nothing is told or name where to ask? */
function mayDecline(sentence: ScreenedSentence): boolean {
  const lists = screen.listsOf(sentence);
  if ((lists & ~mayNamePlace) === 0) return false;
  return lists !== mayAnswer || mayNameOffice(sentence);
}

function readSentence({ text, items, from, to }: ScreenedSentence, isBare: boolean): Said {
  const passage = new Passage(text, items.slice(from, to));
  const says = isBare || (fitsTogether(passage, tellsNothing) && !isDeniedDenial(passage.pattern));
  const declines = fitsAny(passage.pattern, refuses);
  return { says, declines, refers: namesWhereToAsk(passage, says) };
}

/** `Keine Angabe.` and nothing else. */
const longestNone = 25;
const bareNone = /^[\s*_>-]{0,6}(?:keine angaben?|k\. ?a\.|unbekannt)[.!*_\s]{0,6}$/iu;

function isSubstance({ items, from, to }: ItemRun, known: Vocabulary | undefined): boolean {
  let carrying = 0;
  let shared = 0;
  let hasValue = false;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || item.isFunction || isPolite(item.word)) continue;
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
function repeatsReference({ items, from, to }: ItemRun, known: Vocabulary | undefined): boolean {
  if (known === undefined) return false;
  let carrying = 0;
  let shared = 0;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || item.isFunction) continue;
    carrying += 1;
    if (!knowsItem(known, item)) continue;
    if (item.value !== undefined && item.value.kind !== "number") return true;
    shared += 1;
  }
  return carrying > 0 && shared >= carrying * 0.6;
}
