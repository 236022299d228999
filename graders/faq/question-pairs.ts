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
  if (/(?<!\p{L})(?:noch|weitere|offene)\s(?:\p{L}{1,20}\s)?Fragen(?!\p{L})/u.test(question))
    return true;
  const words = question.match(/\p{L}+/gu) ?? [];
  return words.length <= 2 && words.at(-1)?.toLowerCase().startsWith("frage") === true;
}

/** A lone `A:` or `Antwort:` is no answer. */
function hasContent(items: readonly ContentItem[], { from, to }: ContentSentence): boolean {
  return items
    .slice(from, to)
    .some(
      ({ value, lower, isFunction }) =>
        value !== undefined || (!isFunction && lower.length > 1 && lower !== "antwort"),
    );
}
