import type { GradedCase } from "../../core/case.ts";
import { isNoun } from "../text/clauses.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "../text/content-overlap.ts";
import { rememberObject } from "../text/remember-object.ts";
import {
  isForeign,
  isRelated,
  vocabularyOfCase,
  type CaseVocabulary,
} from "./related-sentences.ts";
import type { ItemRun } from "../text/phrase-screen.ts";
import { sortSentences } from "../text/sorted-sentences.ts";
import { isPolite } from "../text/word-traits.ts";

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
  const known = readCase(graded);
  const { whole } = known;
  const sorted = sortSentences(content, graded);
  return content.sentences.map(({ start, end, from, to, isQuestion }, number) => {
    const run = { items: content.items, from, to };
    const weight = weightFor(run, known);
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
interface KnownCase {
  readonly isGerman: boolean;
  readonly weigh: Weigher;
  /** Of its text. */
  readonly source: Vocabulary;
  /** Of all of it, for German ones with a text of some length. */
  readonly whole: CaseVocabulary | undefined;
}

const readCase = rememberObject((graded: GradedCase): KnownCase => {
  const isGerman = (graded.expected?.language ?? "de") === "de";
  const source = vocabularyOf([readContent((graded.input?.text ?? "").normalize("NFC"))]);
  const texts = [graded.reference, graded.input?.question, ...(graded.expected?.facts ?? [])];
  const known = texts
    .filter((text) => text !== undefined)
    .map((text) => readContent(text.normalize("NFC")));
  const asked = vocabularyOf(known);
  return {
    isGerman,
    source,
    weigh: isGerman ? germanWeigher(known, asked) : foreignWeigher(known, asked),
    whole: isGerman ? vocabularyOfCase(graded, asked) : undefined,
  };
});

function weightFor(run: ItemRun, { weigh, source, isGerman }: KnownCase): number | "neutral" {
  const weight = weigh(run);
  if (weight === "neutral" || weight >= leastFromText) return weight;
  const carries = isGerman ? carriesFromText(run, source) : carriesForeign(run, source);
  return carries ? leastFromText : weight;
}

/** Least that a sentence serves with a value of the text, which some detail of the answer may be. */
const leastFromText = 0.3;

/** A value of the text that is no mere number, with a noun of it. */
function carriesFromText({ items, from, to }: ItemRun, source: Vocabulary): boolean {
  let hasValue = false;
  for (let at = from; at < to && !hasValue; at += 1) {
    const item = items[at];
    if (item?.value === undefined || item.value.kind === "number") continue;
    hasValue = knowsItem(source, item);
  }
  if (!hasValue) return false;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item !== undefined && isNoun(item) && knowsItem(source, item)) return true;
  }
  return false;
}

/** In another language a value or a name of the text will do. */
function carriesForeign({ items, from, to }: ItemRun, source: Vocabulary): boolean {
  const own = items.slice(from, to).filter((item) => !item.isFunction && knowsItem(source, item));
  return own.some(({ value, text }) => value !== undefined || /^\p{Lu}.{4}/u.test(text));
}

function germanWeigher(known: readonly Content[], vocabulary: Vocabulary): Weigher {
  const isYesOrNo = yesOrNo.test(known[0]?.items[0]?.lower ?? "");
  return ({ items, from, to }) => {
    if (isYesOrNo && to === from + 1 && yesOrNo.test(items[from]?.lower ?? "")) return 1;
    let all = 0;
    let shared = 0;
    // Greeting, thanks and closing alone are no content.
    let isCivil = true;
    for (let at = from; at < to; at += 1) {
      const item = items[at];
      if (item === undefined || item.isFunction) continue;
      if (isCivil) isCivil = item.value === undefined && isPolite(item.word);
      const size = sizeOf(item);
      all += size;
      if (knowsItem(vocabulary, item)) shared += size;
    }
    return isCivil ? "neutral" : weightOf(shared, all);
  };
}

/** Where the reference begins with one of them, one of them alone is an answer. */
const yesOrNo = /^(?:ja|nein)$/u;

/** Without function words and inflection of the language: words of four letters by their start. */
function foreignWeigher(known: readonly Content[], vocabulary: Vocabulary): Weigher {
  const starts = new Set(known.flatMap(({ items }) => items.map(wordStart)));
  return ({ items, from, to }) => {
    const run = items.slice(from, to);
    if (run.length <= 3 && !run.some(({ value }) => value !== undefined)) return "neutral";
    let all = 0;
    let shared = 0;
    for (const item of run) {
      if (item.value === undefined && item.lower.length < 4) continue;
      const size = sizeOf(item);
      all += size;
      const isWord = item.value === undefined;
      if (isWord ? starts.has(wordStart(item)) : knowsItem(vocabulary, item)) shared += size;
    }
    return weightOf(shared, all);
  };
}

function wordStart({ lower }: ContentItem): string {
  return lower.replace(/^ال/u, "").slice(0, 5);
}

/** A value counts as two words: it is what most questions ask for. */
function sizeOf({ value }: ContentItem): number {
  return value === undefined ? 1 : 2;
}

function weightOf(shared: number, all: number): number | "neutral" {
  return all === 0 ? "neutral" : Math.min(1, shared / all / wholeFrom);
}
