import { isOfKind, oneOf, space } from "./character-kinds.ts";
import type { ContentItem } from "./content-item.ts";
import { appendItems, beginReading } from "./content-reading.ts";
import { rememberLatest } from "./remember-latest.ts";
import { conditionQuestions } from "./condition-questions.ts";
import { splitSentences } from "./sentences.ts";
import type { TextSpan } from "./text-span.ts";
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
  const spans = splitSentences(text);
  const sentences: SentenceDraft[] = [];
  const reading = beginReading(readValues(text), text);
  let hasQuestion = false;
  for (const span of spans) {
    const from = reading.items.length;
    appendItems(reading, { span, number: sentences.length });
    const sentence = readSentence(text, span, { from, to: reading.items.length });
    if (sentence.isQuestion) hasQuestion = true;
    sentences.push(sentence);
  }
  if (hasQuestion) markConditions(sentences, spans);
  return { text, items: reading.items, sentences };
}

/** A sentence that is not yet read to its end. */
type SentenceDraft = { -readonly [Key in keyof ContentSentence]: ContentSentence[Key] };

function readSentence(
  text: string,
  span: TextSpan,
  { from, to }: Pick<ContentSentence, "from" | "to">,
): SentenceDraft {
  const isQuestion = isQuestionMark(span.text, lastBefore(span.text, isBehindQuestion));
  return {
    start: span.start,
    end: span.end,
    from,
    to,
    isQuestion,
    askedFrom: isQuestion ? askedFrom(span) : span.start,
    isCondition: false,
    isHeading: isColon(span.text, lastBefore(span.text, isBehindHeading)),
    isListItem: isListItem(text, span.start),
  };
}

function markConditions(sentences: readonly SentenceDraft[], spans: readonly TextSpan[]): void {
  const asked = sentences.map(({ isQuestion, isListItem: isItem, isHeading }, at) => {
    return { text: spans[at]?.text ?? "", isQuestion, isListItem: isItem, isHeading };
  });
  const conditions = conditionQuestions(asked);
  sentences.forEach((sentence, at) => {
    sentence.isCondition = conditions[at] === true;
  });
}

const isQuestionMark = oneOf("?");
const isBehindQuestion = oneOf('"“”»)');
const isColon = oneOf(":");
const isBehindHeading = oneOf("*_");
/** How far from its end the mark of a sentence is looked for, in code units. */
const longestClosing = 6;

/** Offset of the last character but white space and those that can stand behind a mark. */
function lastBefore(text: string, isBehind: (text: string, at: number) => boolean): number {
  const lowest = text.length - longestClosing;
  let last = text.length - 1;
  while (last > lowest && (isBehind(text, last) || isOfKind(text, last, space))) last -= 1;
  return last;
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

const listItem = /\n\s{0,6}(?:[-*•–·]|\d{1,2}[.)])\s/u;

/** Looks only at the few characters around the start, so that long lines cost nothing. */
function isListItem(text: string, start: number): boolean {
  const first = Math.max(0, start - 8);
  const isFirst = start <= 8;
  if (!isFirst && !hasLineBreak(text, first, start + 4)) return false;
  const around = text.slice(first, start + 4);
  return listItem.test(isFirst ? `\n${around}` : around);
}

const isLineBreak = oneOf("\n");

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isLineBreak(text, at)) return true;
  return false;
}
