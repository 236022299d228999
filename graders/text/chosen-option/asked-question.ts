import { readContent, type Content, type ContentItem } from "../content-items.ts";
import { sharesKey } from "../inflection.ts";
import type { TextRange } from "../text-span.ts";
import type { Choice } from "./choices.ts";
import { deniesAlone, isDenial } from "./denial.ts";

/** What was asked, without the options that the question may list. */
export interface AskedQuestion {
  /** The question itself denies (`Wer kam nicht zurecht?`): a mere `nicht` affirms then. */
  readonly isNegative: boolean;
  /** Its content words in reading order. */
  readonly items: readonly ContentItem[];
  /** The first content word behind the denial. */
  readonly deniedItem: ContentItem | undefined;
}

/** Longest question that is looked at, in characters. */
const longestQuestion = 2000;

/** Reads a question; the listed options (`A) …`) are cut out, so that their denials are not its own. */
export function readAsked(question: string, choices: readonly Choice[]): AskedQuestion {
  let text = question.normalize("NFC").replaceAll(/\s+/gu, " ").slice(0, longestQuestion);
  for (const choice of choices) {
    if (choice.text !== "") text = text.replaceAll(choice.text.replaceAll(/\s+/gu, " "), " ");
    text = text.replaceAll(new RegExp(`(?<!\\p{L})\\(?${choice.letter}[).:]`, "gu"), " ");
  }
  const { items } = readContent(text);
  const denial = items.findIndex(({ lower }) => deniesAlone(lower));
  const deniedItem = denial < 0 ? undefined : items.slice(denial).find(isTelling);
  return { isNegative: isDenial(text), items: items.filter(isContent), deniedItem };
}

function isContent({ isFunction }: ContentItem): boolean {
  return !isFunction;
}

/** `richtig` also stands in `Die richtige Antwort ist …`. */
function isTelling(item: ContentItem): boolean {
  return isContent(item) && !/^(?:richtig|korrekt|zutreffend|falsch|antwort)/u.test(item.lower);
}

/** A part of an answer. */
interface AnswerPart {
  readonly content: Content;
  readonly range: TextRange;
}

/** Share of the content words of a question that its repetition has. */
const repeatedShare = 0.6;

/**
 * Does a part of an answer say again what was asked (`Sie kam gut zurecht`)? Of a question that
 * denies, the denied word is enough, the `same` word or one `akin` (`Abgabe` for `abgegeben`); of
 * any other, most of its words and the last two.
 */
export function repeatsAsked(
  { isNegative, items, deniedItem }: AskedQuestion,
  part: AnswerPart,
): "same" | "akin" | undefined {
  const found = itemsIn(part);
  const has = (wanted: ContentItem): boolean => found.some((item) => isAkin(wanted, item));
  if (isNegative) {
    if (deniedItem === undefined || !has(deniedItem)) return undefined;
    return found.some((item) => isSameWord(deniedItem, item)) ? "same" : "akin";
  }
  if (items.length < 2 || !items.slice(-2).every(has)) return undefined;
  return items.filter(has).length >= items.length * repeatedShare ? "same" : undefined;
}

/** The items are in reading order, so that a long answer is not walked through for every part. */
function itemsIn({ content: { items }, range }: AnswerPart): ContentItem[] {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const found: ContentItem[] = [];
  for (let item = items[low]; item !== undefined && item.end <= range.end; item = items[low]) {
    found.push(item);
    low += 1;
  }
  return found;
}

/** Letters in which a word and its inflection begin alike: `zurecht`, `zurechtkam`. */
const sameBeginning = 5;

function isSameWord(wanted: ContentItem, found: ContentItem): boolean {
  const beginning = wanted.lower.slice(0, sameBeginning);
  return isAkin(wanted, found) && found.lower.startsWith(beginning);
}

function isAkin(wanted: ContentItem, found: ContentItem): boolean {
  if (sharesKey(wanted.keys, found.keys)) return true;
  return wanted.lower.length >= sameBeginning && found.lower.startsWith(wanted.lower);
}
