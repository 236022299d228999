import type { GradedCase } from "../../core/case.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "../text/content-overlap.ts";
import { deniedItems } from "../text/negation.ts";
import {
  hasOneOf,
  patternSentence,
  readWordGroup,
  type PatternSentence,
} from "../text/phrase-pattern.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { SortedSentence } from "../text/sorted-sentences.ts";
import { measuringWords } from "../text/stop-words.ts";
import type { Value } from "../text/value.ts";
import { sameValue } from "../text/values-same.ts";
import type { InventedPlace } from "./invented-values.ts";
import words from "./guess-words.json" with { type: "json" };

const guessing = words.guessing.map((word) => readWordGroup([word]));
const mistaking = readWordGroup(words.mistaking);
/** What a question may ask for, by the words it does so with; numbers and codes answer none. */
const amounts = { kinds: ["money", "quantity"], words: readWordGroup(words.askingAmount) };
const times = { kinds: ["date", "month", "duration"], words: readWordGroup(words.askingTime) };
const answering = new Set([...amounts.kinds, ...times.kinds]);

/**
 * Values of the text that the answer passes off as the answer the text does not give: as a guess
 * (`vermutlich 1.240 Euro`), or torn from what the text says of them (`Die Verlängerung kostet 60
 * Euro`, where the text has 60 Euro for a gravestone). Torn is a value whose sentence, and the one
 * before it, shares no word with the sentence of the text that has it, and whose kind the question
 * asks for. Not judged: values that the question names itself or that are denied, sentences that
 * name where to ask, torn values in other languages than German.
 */
export function claimedPlaces(
  content: Content,
  sorted: readonly SortedSentence[],
  graded: GradedCase,
): InventedPlace[] {
  const { source, question, wanted, guesses } = readCase(graded);
  const denied = deniedItems(content);
  const places: InventedPlace[] = [];
  for (let at = 0; at < content.items.length; at += 1) {
    const item = content.items[at];
    if (item === undefined || !isAnswering(item) || denied[at] === true) continue;
    if (holds(question, item.value)) continue;
    const isClaimed =
      isGuess(content, at, guesses) ||
      (wanted.includes(item.value.kind) && isTorn({ content, sorted, source }, at));
    if (isClaimed) places.push({ start: item.start, end: item.end, quote: item.text });
  }
  return places;
}

/** What the case says by itself, the same for every answer to it. */
const readCase = rememberObject((graded: GradedCase) => {
  const source = readContent((graded.input?.text ?? "").normalize("NFC"));
  const question = readContent((graded.input?.question ?? "").normalize("NFC"));
  const isGerman = (graded.expected?.language ?? "de") === "de";
  const wanted = isGerman ? wantedKinds(question) : [];
  const guesses = guessing.filter((word) => !isWordOf(source, word));
  return { source, question, wanted, guesses };
});

function wantedKinds({ text }: Content): string[] {
  const question = patternSentence(text);
  return [amounts, times].flatMap((kind) => (hasOneOf(question, kind.words) ? kind.kinds : []));
}

type WordGroup = ReturnType<typeof readWordGroup>;

function isWordOf({ text, sentences }: Content, word: WordGroup): boolean {
  return sentences.some(({ start, end }) =>
    hasOneOf(patternSentence(text.slice(start, end)), word),
  );
}

function isAnswering(item: ContentItem): item is ContentItem & { readonly value: Value } {
  return item.value !== undefined && answering.has(item.value.kind);
}

function holds({ items }: Content, value: Value): boolean {
  return items.some((item) => item.value !== undefined && sameValue(value, item.value));
}

/** Words before and behind a value that are looked at. */
const reach = 40;

/** The words around a value in its sentence. */
function around({ items, sentences }: Content, at: number): readonly ContentItem[] {
  const { from = 0, to = 0 } = sentences[items[at]?.sentence ?? -1] ?? {};
  return items.slice(Math.max(from, at - reach), Math.min(to, at + reach));
}

/** A guessing word in the clause, or in the one before it that a `dass` goes on with. */
function isGuess(content: Content, at: number, guesses: readonly WordGroup[]): boolean {
  const near = around(content, at);
  const own = near.filter(({ clause }) => clause === content.items[at]?.clause);
  const before = (own[0]?.clause ?? 0) - 1;
  const governing = own[0]?.lower === "dass" ? near.filter(({ clause }) => clause === before) : [];
  if (hasOneOf(patternOf(content, near), mistaking)) return false;
  const line = patternOf(content, [...governing, ...own]);
  return guesses.some((word) => hasOneOf(line, word));
}

function patternOf({ text }: Content, items: readonly ContentItem[]): PatternSentence {
  return patternSentence(text.slice(items[0]?.start, items.at(-1)?.end));
}

interface Texts {
  readonly content: Content;
  readonly sorted: readonly SortedSentence[];
  readonly source: Content;
}

function isTorn({ content, sorted, source }: Texts, at: number): boolean {
  const item = content.items[at];
  const known = contextOf(source, item?.value);
  const number = item?.sentence ?? -1;
  const [own, before] = [sorted[number], sorted[number - 1]];
  if (known === undefined || own?.namesWhereToAsk !== false || own.tellsNothing) return false;
  const first = content.sentences[number]?.from ?? 0;
  const reads = before === undefined || before.tellsNothing ? [] : around(content, first - 1);
  return ![...reads, ...around(content, at)].some((word) => {
    return isTelling(word) && knowsItem(known, word);
  });
}

/** Words of the sentences of the text that have the value; undefined when none has. */
function contextOf(source: Content, value: Value | undefined): Vocabulary | undefined {
  const homes = new Set(
    source.items
      .filter((item) => value && item.value && sameValue(value, item.value))
      .map(({ sentence }) => sentence),
  );
  if (homes.size === 0) return undefined;
  const items = source.items.filter((item) => homes.has(item.sentence) && isTelling(item));
  return vocabularyOf([{ ...source, items }]);
}

function isTelling({ value, isFunction, lower }: ContentItem): boolean {
  return value === undefined && !isFunction && !measuringWords.has(lower);
}
