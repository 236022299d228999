import type { ContentItem } from "./content-item.ts";
import { appendItems, type Reading } from "./content-reading.ts";
import { rememberLatest } from "./remember-latest.ts";
import { conditionQuestions } from "./condition-questions.ts";
import { splitSentences } from "./sentences.ts";
import { readValues } from "./values.ts";

export type { ContentItem } from "./content-item.ts";

/** A sentence of a text with the items `from` to before `to`. */
export interface ContentSentence {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly isQuestion: boolean;
  /** Where in a question the asking begins: `6. Oktober` of `6. Oktober\nWo?` is not asked. */
  readonly askedFrom: number;
  /** A question that sets a condition (`Kommt Ihr Kind in die Schule? Dann …`) or lists what to tell. */
  readonly isCondition: boolean;
  /** Ends with a colon, so that what follows belongs to it. */
  readonly isHeading: boolean;
  /** Stands as an item of a list. */
  readonly isListItem: boolean;
}

/** A text as words and values, grouped by sentences. */
export interface Content {
  readonly text: string;
  readonly items: readonly ContentItem[];
  readonly sentences: readonly ContentSentence[];
}

/** Reads a text into sentences, words and values; one pass over each. */
export const readContent = rememberLatest(contentOf);

function contentOf(text: string): Content {
  const values = readValues(text);
  const items: ContentItem[] = [];
  const sentences: ContentSentence[] = [];
  const reading: Reading = { items, values, value: 0, clause: 0, readUpTo: 0 };
  for (const [sentence, span] of splitSentences(text).entries()) {
    const from = items.length;
    appendItems(reading, { span, number: sentence });
    sentences.push({
      start: span.start,
      end: span.end,
      from,
      to: items.length,
      isQuestion: /\?["“”»)\s]*$/u.test(span.text.slice(-6)),
      askedFrom: askedFrom(span),
      isCondition: false,
      isHeading: /:[*_\s]*$/u.test(span.text.slice(-6)),
      isListItem: isListItem(text, span.start),
    });
  }
  if (!sentences.some(({ isQuestion }) => isQuestion)) return { text, items, sentences };
  const conditions = conditionQuestions(
    sentences.map((sentence) => ({ ...sentence, text: text.slice(sentence.start, sentence.end) })),
  );
  return {
    text,
    items,
    sentences: sentences.map((sentence, at) => ({
      ...sentence,
      isCondition: conditions[at] === true,
    })),
  };
}

const questionHead =
  /^[^\n:]{1,200}[\n:]\s{0,8}(?=(?:wer|wem|wen|was|wann|wo|wie|warum|welche[rsmn]?)\b)/iu;

/** A question word behind a line break or a colon begins the question. */
function askedFrom({ start, text }: { readonly start: number; readonly text: string }): number {
  if (!text.includes("\n") && !text.includes(":")) return start;
  let from = 0;
  for (let lines = 0; lines < 8; lines += 1) {
    const found = questionHead.exec(text.slice(from))?.[0].length;
    if (found === undefined) break;
    from += found;
  }
  return start + from;
}

/** Looks only at the few characters around the start, so that long lines cost nothing. */
function isListItem(text: string, start: number): boolean {
  const around = text.slice(Math.max(0, start - 8), start + 4);
  const atStart = start <= 8 ? `\n${around}` : around;
  return /\n\s{0,6}(?:[-*•–·]|\d{1,2}[.)])\s/u.test(atStart);
}
