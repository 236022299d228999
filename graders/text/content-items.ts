import { contentPieces, endsClause } from "./content-pieces.ts";
import { remember } from "./remember.ts";
import { rememberWord } from "./remember-word.ts";
import { conditionQuestions } from "./condition-questions.ts";
import { wordKeys } from "./inflection.ts";
import { splitSentences } from "./sentences.ts";
import { functionWords } from "./stop-words.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** A word or a value of a text, in reading order. */
export interface ContentItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** The value, if it is one. */
  readonly value: Value | undefined;
  /** Keys of the word; empty for a value. */
  readonly keys: ReadonlySet<string>;
  /** Function words and auxiliaries carry no content. */
  readonly isFunction: boolean;
  /** Numbers of the sentence and of the clause it stands in, counted through the text. */
  readonly sentence: number;
  readonly clause: number;
}

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
export const readContent = remember(contentOf);

function contentOf(text: string): Content {
  const values = readValues(text);
  const items: ContentItem[] = [];
  const sentences: ContentSentence[] = [];
  const state = { clause: 0, value: 0 };
  for (const [sentence, span] of splitSentences(text).entries()) {
    const from = items.length;
    appendItems(items, { span, sentence, values, state });
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

interface Reading {
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly sentence: number;
  readonly values: readonly Value[];
  readonly state: { clause: number; value: number };
}

function appendItems(items: ContentItem[], reading: Reading): void {
  const { span, sentence, values, state } = reading;
  state.clause += 1;
  let readUpTo = span.start;
  const takeValues = (before: number): void => {
    for (let value = values[state.value]; value !== undefined; value = values[state.value]) {
      if (value.start >= before) return;
      if (value.start >= readUpTo) {
        items.push(valueItem(span, value, { sentence, clause: state.clause }));
        readUpTo = value.end;
      }
      state.value += 1;
    }
  };
  for (const piece of contentPieces(span.text)) {
    const start = span.start + piece.start;
    const written = withoutSigns(piece.text);
    const end = start + written.length;
    takeValues(written.includes("@") ? start : start + 1);
    if (start < readUpTo) {
      const rest = end > readUpTo ? restOfCompound(written.slice(readUpTo - start)) : "";
      if (rest === "") continue;
      items.push(wordItem(rest, end - rest.length, { sentence, clause: state.clause }));
    } else if (written.startsWith("&")) continue;
    else if (endsClause(written)) state.clause += 1;
    else {
      const item = wordItem(written, start, { sentence, clause: state.clause });
      const isName = /^[A-Z]$/u.test(written) && span.text[end - span.start] !== ".";
      items.push(isName ? { ...item, isFunction: false } : item);
    }
    readUpTo = end;
  }
  takeValues(span.end);
}

const address = /^(?:https?:|www\.)/u;

/** What closes a sentence is no part of a web address before it. */
function withoutSigns(piece: string): string {
  return address.test(piece) ? piece.replace(/[.,;:!?/]{1,8}$/u, "") : piece;
}

/** `Frist` of `14-Tage-Frist`, of which the value is read already. */
function restOfCompound(behindValue: string): string {
  return /^-\p{L}/u.test(behindValue) ? behindValue.slice(1) : "";
}

interface Position {
  readonly sentence: number;
  readonly clause: number;
}

function valueItem(span: Reading["span"], value: Value, position: Position): ContentItem {
  const text = span.text.slice(value.start - span.start, value.end - span.start);
  const { start, end } = value;
  const lower = text.toLowerCase();
  const { sentence, clause } = position;
  return { start, end, text, lower, value, keys: noKeys, isFunction: false, sentence, clause };
}

const noKeys: ReadonlySet<string> = new Set();

function wordItem(written: string, start: number, position: Position): ContentItem {
  const { text, lower, keys, isFunction } = readWord(written);
  const { sentence, clause } = position;
  const end = start + written.length;
  return { start, end, text, lower, value: undefined, keys, isFunction, sentence, clause };
}

type Word = Pick<ContentItem, "text" | "lower" | "keys" | "isFunction">;

/** Soft hyphens and other invisible characters belong to the word, but not to its spelling. */
const readWord = rememberWord((written): Word => {
  const text = written.replace(/[\u00ad\u200b-\u200d\u2060]/gu, "");
  const lower = text.toLowerCase();
  return { text, lower, keys: wordKeys(text), isFunction: functionWords.has(lower) };
});

/** Looks only at the few characters around the start, so that long lines cost nothing. */
function isListItem(text: string, start: number): boolean {
  const around = text.slice(Math.max(0, start - 8), start + 4);
  const atStart = start <= 8 ? `\n${around}` : around;
  return /\n\s{0,6}(?:[-*•–·]|\d{1,2}[.)])\s/u.test(atStart);
}
