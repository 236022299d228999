import { endOfRun, letter, nextOfKind } from "../text/character-kinds.ts";
import type { Content, ContentItem, ContentSentence } from "../text/content-items.ts";

/** A question and the sentences behind it, up to the next question. */
export interface QuestionPair {
  readonly question: ContentSentence;
  readonly answer: readonly ContentSentence[];
}

/** Questions of one list that are looked at. */
const mostPairs = 200;

/**
 * Pairs in reading order. What stands before the first question, and behind `Noch Fragen?`, belongs
 * to none.
 */
export function questionPairs({ sentences, text, items }: Content): QuestionPair[] {
  const pairs: { question: ContentSentence; answer: ContentSentence[] }[] = [];
  let isClosed = true;
  for (const sentence of sentences) {
    if (sentence.isQuestion && isLabel(text, sentence)) isClosed = true;
    else if (sentence.isQuestion && pairs.length < mostPairs) {
      pairs.push({ question: sentence, answer: [] });
      isClosed = false;
    } else if (!isClosed && hasContent(items, sentence)) pairs.at(-1)?.answer.push(sentence);
  }
  return pairs;
}

/** `Haben Sie noch Fragen?` closes a list and asks nothing. */
function isLabel(text: string, { start, end }: ContentSentence): boolean {
  const question = text.slice(start, Math.min(end, start + 200));
  if (question.includes("Fragen") && closing.test(question)) return true;
  const last = lastOfFewWords(question);
  return last?.toLowerCase().startsWith("frage") === true;
}

const closing = /(?<!\p{L})(?:noch|weitere|offene)\s(?:\p{L}{1,20}\s)?Fragen(?!\p{L})/u;

/** The last of one or two words; undefined when there are more. */
function lastOfFewWords(text: string): string | undefined {
  const first = nextOfKind(text, 0, letter);
  const behindFirst = endOfRun(text, first, letter);
  const second = nextOfKind(text, behindFirst, letter);
  if (second === text.length) return text.slice(first, behindFirst);
  const behindSecond = endOfRun(text, second, letter);
  const isLast = nextOfKind(text, behindSecond, letter) === text.length;
  return isLast ? text.slice(second, behindSecond) : undefined;
}

/** A lone `A:` or `Antwort:` is no answer. */
function hasContent(items: readonly ContentItem[], { from, to }: ContentSentence): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.value !== undefined) return true;
    if (!item.isFunction && item.lower.length > 1 && item.lower !== "antwort") return true;
  }
  return false;
}
