import type { GradedCase } from "../../core/case.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "../text/content-overlap.ts";
import data from "../text/declining-phrases.json" with { type: "json" };
import { readWordGroup } from "../text/phrase-pattern.ts";
import type { ItemRun } from "../text/phrase-screen.ts";
import { isInGroup } from "../text/word-groups.ts";
import { wordFlag, wordOf } from "../text/word.ts";
import { isCommon, isCourteous, isPolite } from "../text/word-traits.ts";

/** The words and values of all that a case says. */
export interface CaseVocabulary {
  readonly whole: Vocabulary;
  /** A part of it, which has been asked for the same words before, so that it is quicker to ask. */
  readonly part: Vocabulary;
}

/** Words that only say that the text tells nothing, or where to ask. */
const phrasing = readWordGroup(
  [
    ...Object.values(data.groups),
    ...data["tells-nothing"].flat(),
    ...data.asks.flat(),
    ...data.answers.flat(),
    data.noPlace,
  ].flat(),
  data.groups,
);

/**
 * Does a sentence that abstains, or names where to ask, do so for this case? One of its words
 * apart from those of abstaining has to stand in the case, if it has some: „Das steht nicht im Text“ goes with every question, „Ob Hunde ins Bad dürfen, steht nicht im Text“
 * does not.
 */
export function isRelated({ items, from, to }: ItemRun, known: CaseVocabulary): boolean {
  const own = items.slice(from, to).filter((item) => {
    return !item.isFunction && !isPhrasing(item.word) && !isCourteous(item.word);
  });
  return own.length < fewWords || own.some((item) => isShared(item, known));
}

/** Sentences with fewer words of their own say nothing else. */
const fewWords = 2;

/** A foreign sentence has at least five telling words, none of them known; or eight and one. */
const foreign = [
  { words: 5, known: 0 },
  { words: 8, known: 1 },
];

const shortestForeign = Math.min(...foreign.map(({ words }) => words));
const mostKnown = Math.max(...foreign.map((limit) => limit.known));

/** Shorter texts are too small to know what belongs to a case. */
const shortestText = 100;

/**
 * Does a sentence come from somewhere else altogether? None of its words stands in the text, the
 * question, the reference or the facts of the case. Wishes and caveats are no such sentences.
 */
export function isForeign({ items, from, to }: ItemRun, known: CaseVocabulary): boolean {
  if (to - from < shortestForeign) return false;
  let telling = 0;
  let shared = 0;
  for (let at = from; at < to && shared <= mostKnown; at += 1) {
    const item = items[at];
    if (item === undefined || !isTelling(item)) continue;
    telling += 1;
    if (isShared(item, known)) shared += 1;
  }
  return foreign.some((limit) => telling >= limit.words && shared <= limit.known);
}

/** Known to the case, and no word that any case has. */
function isShared(item: ContentItem, { whole, part }: CaseVocabulary): boolean {
  if (isCommon(item.word)) return false;
  return (item.value === undefined && part.knowsWord(item.word)) || knowsItem(whole, item);
}

/**
 * All that the case itself says, of which `part` is a part; undefined for a case without a text of some
 * length.
 */
export function vocabularyOfCase(
  { input = {}, expected = {}, reference }: GradedCase,
  part: Vocabulary,
): CaseVocabulary | undefined {
  const texts = [input.text, input.pseudonymised, input.old, input.new].filter(isText);
  if (texts.join("").length < shortestText) return undefined;
  const more = [input.question, reference, ...(expected.facts ?? []), ...(expected.allowed ?? [])];
  const whole = vocabularyOf(
    [...texts, ...more.filter(isText)].map((text): Content => readContent(text.normalize("NFC"))),
  );
  return { whole, part };
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function isTelling({ isFunction, word }: ContentItem): boolean {
  return !isFunction && !isCourteous(word) && !isPolite(word);
}

const isPhrasing = wordFlag(({ text }) => isInGroup(wordOf(text.toLowerCase()), phrasing));
