import type { GradedCase } from "../../core/case.ts";
import { isNoun } from "../text/clauses.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "../text/content-overlap.ts";
import { rememberObject } from "../text/remember-object.ts";
import { isForeign, isRelated, vocabularyOfCase } from "./related-sentences.ts";
import type { ItemRun } from "../text/phrase-screen.ts";
import { sortSentences } from "../text/sorted-sentences.ts";
import { politeWords } from "../text/stop-words.ts";

/** A sentence of the answer and how far it serves the question (0..1); `neutral` does not count. */
export interface ServingSentence {
  readonly start: number;
  readonly end: number;
  readonly serves: number | "neutral";
  /** Has nothing to do with the case at all. */
  readonly isForeign: boolean;
}

/** From this share of known content words on, a sentence serves wholly; below in proportion. */
const wholeFrom = 0.5;

/**
 * Weighs the sentences of an answer by the content words and values they share with the reference
 * and the question. Greetings, closings and thanks are neutral. Where the question cannot be
 * answered from the text, saying so and naming where to ask serves, if it is about the question;
 * elsewhere it is neutral.
 */
export function servingSentences(answer: string, graded: GradedCase): ServingSentence[] {
  const content = readContent(answer);
  const { weigh, whole } = readCase(graded);
  const sorted = sortSentences(content, graded);
  return content.sentences.map(({ start, end, from, to, isQuestion }, number) => {
    const run = { items: content.items, from, to };
    const weight = weigh(run);
    const { tellsNothing = false, namesWhereToAsk = false } = sorted[number] ?? {};
    const abstains = tellsNothing || namesWhereToAsk;
    const isStray = whole !== undefined && !isQuestion && !abstains && isForeign(run, whole);
    if (abstains && graded.expected?.answerable === false) {
      const related = whole === undefined || isRelated(run, whole);
      return { start, end, isForeign: isStray, serves: related ? 1 : weight };
    }
    const isCaveat = tellsNothing || (namesWhereToAsk && asks(run));
    const serves = isCaveat && weight !== 1 ? "neutral" : weight;
    return { start, end, isForeign: isStray, serves };
  });
}

function asks({ items, from, to }: ItemRun): boolean {
  return items.slice(from, to).some(({ lower }) => lower.endsWith("fragen"));
}

type Weigher = (run: ItemRun) => number | "neutral";

/** What the case says by itself, the same for every answer to it. */
const readCase = rememberObject((graded: GradedCase) => {
  const isGerman = (graded.expected?.language ?? "de") === "de";
  const source = vocabularyOf([readContent((graded.input?.text ?? "").normalize("NFC"))]);
  const texts = [graded.reference, graded.input?.question, ...(graded.expected?.facts ?? [])];
  const known = texts
    .filter((text) => text !== undefined)
    .map((text) => readContent(text.normalize("NFC")));
  const weigh = isGerman ? germanWeigher(known) : foreignWeigher(known);
  return {
    weigh: (run: ItemRun): number | "neutral" => {
      const weight = weigh(run);
      if (weight === "neutral" || weight >= leastFromText) return weight;
      return carriesFromText(run, source, isGerman) ? leastFromText : weight;
    },
    whole: isGerman ? vocabularyOfCase(graded) : undefined,
  };
});

/** Least that a sentence serves with a value of the text, which some detail of the answer may be. */
const leastFromText = 0.3;

/** A value of the text, in German with a word of it; in another language a name of it will do. */
function carriesFromText(
  { items, from, to }: ItemRun,
  source: Vocabulary,
  isGerman: boolean,
): boolean {
  const own = items.slice(from, to).filter((item) => !item.isFunction && knowsItem(source, item));
  const values = own.filter(({ value }) => value !== undefined);
  if (!isGerman) return values.length > 0 || own.some(({ text }) => /^\p{Lu}.{4}/u.test(text));
  const hasWord = own.some((item) => item.value === undefined && isNoun(item));
  return hasWord && values.some(({ value }) => value?.kind !== "number");
}

function germanWeigher(known: readonly Content[]): Weigher {
  const vocabulary = vocabularyOf(known);
  const isYesOrNo = yesOrNo.test(known[0]?.items[0]?.lower ?? "");
  const isKnown = (item: ContentItem): boolean => knowsItem(vocabulary, item);
  return (run) => {
    const { items, from, to } = run;
    if (isYesOrNo && to === from + 1 && yesOrNo.test(items[from]?.lower ?? "")) return 1;
    return isPolite(run) ? "neutral" : weightOf(run, { carries: isContentWord, isKnown });
  };
}

/** Where the reference begins with one of them, one of them alone is an answer. */
const yesOrNo = /^(?:ja|nein)$/u;

/** Has it no content but greeting, thanks and closing? */
function isPolite({ items, from, to }: ItemRun): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || item.isFunction) continue;
    if (item.value !== undefined || !politeWords.has(item.lower)) return false;
  }
  return true;
}

/** Without function words and inflection of the language: words of four letters by their start. */
function foreignWeigher(known: readonly Content[]): Weigher {
  const vocabulary: Vocabulary = vocabularyOf(known);
  const starts = new Set(known.flatMap(({ items }) => items.map(wordStart)));
  const isKnown = (item: ContentItem): boolean => {
    return item.value === undefined ? starts.has(wordStart(item)) : knowsItem(vocabulary, item);
  };
  return (run) => {
    const { items, from, to } = run;
    const isShort = to - from <= 3;
    if (isShort && !items.slice(from, to).some(({ value }) => value !== undefined)) {
      return "neutral";
    }
    return weightOf(run, { carries: isLongWord, isKnown });
  };
}

function isContentWord({ isFunction }: ContentItem): boolean {
  return !isFunction;
}

function isLongWord({ value, lower }: ContentItem): boolean {
  return value !== undefined || lower.length >= 4;
}

function wordStart({ lower }: ContentItem): string {
  return lower.replace(/^ال/u, "").slice(0, 5);
}

/** A value counts as two words: it is what most questions ask for. */
function weightOf(
  { items, from, to }: ItemRun,
  { carries, isKnown }: Readonly<Record<"carries" | "isKnown", (item: ContentItem) => boolean>>,
): number | "neutral" {
  let all = 0;
  let shared = 0;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || !carries(item)) continue;
    const size = item.value === undefined ? 1 : 2;
    all += size;
    if (isKnown(item)) shared += size;
  }
  return all === 0 ? "neutral" : Math.min(1, shared / all / wholeFrom);
}
