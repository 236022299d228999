import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { remember } from "../text/remember.ts";
import { rememberLatest } from "../text/remember-latest.ts";
import { wordProperty } from "../text/word.ts";
import { separablePrefixes } from "../text/inflection.ts";
import { deniedItems } from "../text/negation.ts";
import { vocabulary } from "../text/values-vocabulary.ts";
import { exactValue, sameValue } from "../text/values-same.ts";
import negation from "../text/negation-words.json" with { type: "json" };
import { comparisonWith } from "./comparison.ts";
import { isDeniedAt, setsLimit } from "./limit.ts";
import { firstOfClause, isLeftOpen } from "./left-open.ts";
import { listMarkers } from "./list-markers.ts";
import { prepositionBefore, areOpposite } from "./preposition.ts";
import type { FactPart } from "./fact-phrase.ts";
import { RelatedWords } from "./related-words.ts";
import { relateWords, type KeyedWord, type WordRelation } from "./word-relation.ts";

/** A place in the answer where a part of a fact stands. */
export interface Occurrence {
  readonly at: number;
  readonly isDenied: boolean;
  /** Stands in a question, or behind an `ob` that is left open, so that nothing is asserted. */
  readonly isAsked: boolean;
  /** … which only sets a condition for what follows. */
  readonly isCondition: boolean;
  readonly relation: WordRelation | "value";
}

/** An answer prepared for looking up facts. */
export interface AnswerIndex {
  readonly content: Content;
  readonly denied: readonly boolean[];
  /** Item numbers by the distinct words of the answer. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** The distinct words themselves. */
  readonly distinct: readonly KeyedWord[];
  readonly related: RelatedWords;
  /** Item numbers by verb and prefix that stand apart: `reichen … ein` under `einreich`. */
  readonly apart: ReadonlyMap<string, readonly number[]>;
  /** Halves of compounds and the word that completes them: `Lohn- und Gehaltsabrechnung`. */
  readonly halves: readonly Half[];
  readonly values: readonly number[];
  /** Keys of the words of the question, which the answer may take for granted. */
  readonly asked: ReadonlySet<string>;
}

/** Questions of this many cases are kept. */
const mostQuestions = 1000;
const denials = new Set([...negation.following, ...negation.phrase]);

interface Half {
  readonly at: number;
  readonly completedBy: number;
}

/** Prepares an answer; what does not depend on the question is done once for all graders. */
export function indexAnswer(answer: string, question: string): AnswerIndex {
  return { ...indexContent(readContent(answer)), asked: keysOf(question) };
}

const indexContent = rememberLatest((content: Content): Omit<AnswerIndex, "asked"> => {
  const words = new Map<string, number[]>();
  const distinct: KeyedWord[] = [];
  const values: number[] = [];
  const markers = listMarkers(content.text);
  content.items.forEach((item, at) => {
    if (item.value === undefined) {
      if (push(words, item.text, at) === 1) distinct.push(item);
    } else if (item.value.kind !== "number" || !markers.has(item.start)) values.push(at);
  });
  return {
    content,
    denied: deniedItems(content),
    words,
    distinct,
    related: new RelatedWords(distinct),
    apart: partedVerbs(content),
    halves: halvesOf(content),
    values,
  };
});

/** Keys of all words of a question. */
const keysOf = remember(
  (question): ReadonlySet<string> =>
    new Set(readContent(question).items.flatMap((item) => [...item.keys])),
  mostQuestions,
);

/** All places of a part, in reading order. */
export function occurrencesOf(index: AnswerIndex, part: FactPart, exact: boolean): Occurrence[] {
  const { items } = index.content;
  const found =
    part.item.value === undefined ? wordPlaces(index, part.item) : valuePlaces(index, part, exact);
  return found
    .filter(({ at }) => {
      return !areOpposite(part.preposition, prepositionBefore(items, at));
    })
    .toSorted((a, b) => a.at - b.at);
}

function valuePlaces(index: AnswerIndex, part: FactPart, exact: boolean): Occurrence[] {
  const wanted = part.item;
  const same = exact ? exactValue : sameValue;
  return index.values
    .filter((at) => {
      const value = index.content.items[at]?.value;
      return value !== undefined && wanted.value !== undefined && same(wanted.value, value);
    })
    .flatMap((at) => {
      const found = occurrence(index, at, "value");
      const comparison = comparisonWith(index.content.items, found, part.preposition);
      if (comparison === "differs") return [];
      const { items } = index.content;
      if (part.limit !== undefined && !setsLimit(items, at, part.limit)) return [];
      if (isNotBefore(items, at)) return [{ ...found, isDenied: false }];
      return [comparison === "limits" ? { ...found, isDenied: false } : found];
    });
}

/** `nicht vor dem 23. November`, `wer nicht bis 31. März zahlt` state the date, as a limit. */
function isNotBefore(items: readonly ContentItem[], at: number): boolean {
  const before = [at - 1, at - 2].find((place) => /^(?:vor|bis)$/u.test(items[place]?.lower ?? ""));
  if (before === undefined || !isDeniedAt(items, before)) return false;
  return items[before]?.lower === "vor" || setsCondition(items, before);
}

/** The clause begins with `wer`, `wenn` and the like. */
function setsCondition(items: readonly ContentItem[], at: number): boolean {
  return /^(?:wer|wenn|falls|sofern|soweit|sollten?)$/u.test(firstOfClause(items, at));
}

function wordPlaces(index: AnswerIndex, wanted: ContentItem): Occurrence[] {
  const found = new Map<number, Occurrence>();
  const isDenial = denials.has(wanted.lower);
  for (const word of isDenial ? index.distinct : index.related.candidates(wanted)) {
    const relation = isDenial ? sameDenial(wanted, word.text) : relateWords(wanted, word);
    if (relation === undefined) continue;
    for (const at of index.words.get(word.text) ?? []) {
      found.set(at, occurrence(index, at, relation));
    }
  }
  for (const { at, completedBy } of index.halves) {
    const [half, whole] = [index.content.items[at], index.content.items[completedBy]];
    if (half && whole && completes(wanted, half, whole))
      found.set(at, occurrence(index, at, "same"));
  }
  for (const at of monthPlaces(index, wanted)) found.set(at, occurrence(index, at, "value"));
  for (const key of wanted.keys) {
    for (const at of index.apart.get(key) ?? []) {
      if (!found.has(at)) found.set(at, occurrence(index, at, "same"));
    }
  }
  return [...found.values()];
}

/** `Juli` stands in `Juli 2026` and in `3. Juli`. */
function monthPlaces({ content, values }: AnswerIndex, { lower }: ContentItem): number[] {
  const month = vocabulary.months.get(lower);
  if (month === undefined || lower.length < 3) return [];
  const wanted = String(month).padStart(2, "0");
  return values.filter((at) => {
    const value = content.items[at]?.value;
    return (
      (value?.kind === "month" && value.canonical.endsWith(`-${wanted}`)) ||
      (value?.kind === "date" && value.canonical.slice(0, -3).endsWith(`-${wanted}`))
    );
  });
}

/** `nichts` is not `nicht`. */
function sameDenial({ lower }: ContentItem, text: string): WordRelation | undefined {
  return text.toLowerCase() === lower ? "same" : undefined;
}

function completes(wanted: ContentItem, half: ContentItem, whole: ContentItem): boolean {
  return [...wanted.keys].some((key) =>
    [...half.keys].some((start) => {
      const rest = key.startsWith(start) ? key.slice(start.length) : "";
      return rest.length >= 3 && [...whole.keys].some((other) => other.endsWith(rest));
    }),
  );
}

/** A word with a hyphen at its end, before `und` or `oder` and a noun. */
function halvesOf({ items, text }: Content): Half[] {
  return items.flatMap((item, at) => {
    if (text[item.end] !== "-" || !["und", "oder", "sowie"].includes(items[at + 1]?.lower ?? ""))
      return [];
    const completedBy = [at + 2, at + 3].find((place) => (items[place]?.text.length ?? 0) > 5);
    return completedBy === undefined ? [] : [{ at, completedBy }];
  });
}

function occurrence(index: AnswerIndex, at: number, relation: Occurrence["relation"]): Occurrence {
  const sentence = index.content.sentences[index.content.items[at]?.sentence ?? 0];
  const isDenied = (index.denied[at] === true) !== (relation === "opposite");
  const start = index.content.items[at]?.start ?? 0;
  const isAsked =
    (sentence?.isQuestion === true && start >= sentence.askedFrom) || isLeftOpen(index.content, at);
  return { at, isDenied, isAsked, isCondition: sentence?.isCondition === true, relation };
}

/** How many words a prefix may stand behind its verb. */
const reach = 25;

/** Verbs whose prefix closes the clause: `Reichen Sie den Antrag … ein.` */
function partedVerbs(content: Content): Map<string, number[]> {
  const parted = new Map<string, number[]>();
  content.items.forEach((item, at) => {
    const next = content.items[at + 1];
    if (next?.clause === item.clause && next.lower !== "und" && next.lower !== "oder") return;
    if (item.value !== undefined || !isPrefix(item.word)) return;
    for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
      const verb = content.items[back];
      if (verb === undefined || verb.sentence !== item.sentence) break;
      if (!looksFinite(verb)) continue;
      const prefix = withoutUmlauts(item.lower);
      for (const key of verb.keys) push(parted, prefix + key, back);
    }
  });
  return parted;
}

const isPrefix = wordProperty((word): boolean =>
  separablePrefixes.has(withoutUmlauts(word.text.toLowerCase())),
);

function withoutUmlauts(lower: string): string {
  if (!/\P{ASCII}/u.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\u0308/gu, "");
}

function looksFinite(item: ContentItem): boolean {
  return item.value === undefined && /(?:en|n|t|e)$/u.test(item.lower) && item.text.length > 3;
}

/** Returns how many places there are now. */
function push(map: Map<string, number[]>, key: string, at: number): number {
  const places = map.get(key);
  if (places !== undefined) return places.push(at);
  map.set(key, [at]);
  return 1;
}
