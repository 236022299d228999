import type { Content, ContentItem, ContentSentence } from "../text/content-items.ts";

/** A question and the sentences behind it, up to the next question. */
export interface QuestionPair {
  readonly question: ContentSentence;
  readonly answer: readonly ContentSentence[];
}

/** Questions of one list that are looked at. */
const mostPairs = 200;

/** Pairs in reading order. What stands before the first question belongs to none. */
export function questionPairs({ sentences, text, items }: Content): QuestionPair[] {
  const pairs: { question: ContentSentence; answer: ContentSentence[] }[] = [];
  for (const sentence of sentences) {
    const previous = pairs.at(-1);
    const isQuestion = sentence.isQuestion && !isLabel(text, sentence);
    if (isQuestion && pairs.length < mostPairs) pairs.push({ question: sentence, answer: [] });
    else if (previous !== undefined && hasContent(items, sentence)) previous.answer.push(sentence);
  }
  return pairs;
}

/** `Noch Fragen?` closes a list and asks nothing. */
function isLabel(text: string, { start, end }: ContentSentence): boolean {
  const words = text.slice(start, Math.min(end, start + 200)).match(/\p{L}+/gu) ?? [];
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
