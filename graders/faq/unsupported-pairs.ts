import type { Content, ContentItem, ContentSentence } from "../text/content-items.ts";
import { knowsItem, type Vocabulary } from "../text/content-overlap.ts";
import { belongTogether } from "../text/inflection.ts";
import { measuringWords } from "../text/stop-words.ts";
import { wordProperty } from "../text/word.ts";
import type { QuestionPair } from "./question-pairs.ts";

/** Share of content words of an answer that stand in the source. */
const enoughSupport = 0.6;

/** Questions whose answer has a value or too many words that the source does not know. */
export function unsupportedPairs(
  { items }: Content,
  pairs: readonly QuestionPair[],
  known: Vocabulary,
): QuestionPair[] {
  const seen = new Map<string, boolean>();
  // Values of one spelling are looked up once.
  const knowsValue = (item: ContentItem): boolean => {
    const before = seen.get(item.text) ?? knowsItem(known, item);
    seen.set(item.text, before);
    return before;
  };
  return pairs.filter((pair) => !isSupported(saidIn(items, pair, known), knowsValue));
}

/** What the answer of a pair says. */
interface Said {
  readonly values: ContentItem[];
  /** Plain numbers, which only count where there is nothing else. */
  readonly numbers: ContentItem[];
  /** Words, those that the source knows, and those that it or the question knows. */
  words: number;
  known: number;
  told: number;
}

function saidIn(items: readonly ContentItem[], pair: QuestionPair, known: Vocabulary): Said {
  const said: Said = { values: [], numbers: [], words: 0, known: 0, told: 0 };
  for (const { from, to } of pair.answer) {
    for (let at = withoutLabel(items, from, to); at < to; at += 1) {
      const item = items[at];
      if (item === undefined) break;
      if (item.value !== undefined) {
        (item.value.kind === "number" ? said.numbers : said.values).push(item);
      } else if (!item.isFunction && !isSilent(item.word)) {
        const isKnown = knowsItem(known, item);
        said.words += 1;
        said.known += isKnown ? 1 : 0;
        said.told += isKnown || isAsked(items, pair.question, item) ? 1 : 0;
      }
    }
  }
  return said;
}

/** `Antwort:` says nothing that a source could support. */
function withoutLabel(items: readonly ContentItem[], from: number, to: number): number {
  return from < to && items[from]?.lower === "antwort" ? from + 1 : from;
}

/** `Antwort` and `beträgt` need no support. */
const isSilent = wordProperty(({ text }): boolean => {
  const lower = text.toLowerCase();
  return (
    lower.length === 1 || lower === "antwort" || lower === "frage" || measuringWords.has(lower)
  );
});

/** Words of the question may be said again; its values have to be supported all the same. */
function isAsked(
  items: readonly ContentItem[],
  { from, to }: ContentSentence,
  word: ContentItem,
): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item?.value === undefined && item !== undefined && belongTogether(item.word, word.word))
      return true;
  }
  return false;
}

function isSupported(
  { values, numbers, words, known, told }: Said,
  knowsValue: (item: ContentItem) => boolean,
): boolean {
  if (values.length + words === 0) return numbers.length > 0 && numbers.every(knowsValue);
  const isFounded = values.length > 0 || known > 0;
  return isFounded && told >= words * enoughSupport && values.every(knowsValue);
}
