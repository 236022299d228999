import { isOfKind, letter, oneOf } from "./character-kinds.ts";
import { codeAt } from "./code-at.ts";
import { ContentItem, type ItemPlace } from "./content-item.ts";
import {
  beforePieces,
  contentPieces,
  hasAddress,
  nextPiece,
  type Piece,
} from "./content-pieces.ts";
import { contentWord, isFunctionWord } from "./content-word.ts";
import type { Value } from "./value.ts";
import { wordAt, wordOf, type Word } from "./word.ts";

/** A text that is being read, sentence by sentence. */
export interface Reading {
  readonly items: ContentItem[];
  readonly values: readonly Value[];
  /** The next value, the clause at hand, and how far the text is read. */
  value: number;
  clause: number;
  readUpTo: number;
  /** Has it addresses or entities? Told once for all sentences. */
  readonly hasAddress: boolean;
}

/** Begins to read a text. */
export function beginReading(values: readonly Value[], text: string): Reading {
  return { items: [], values, value: 0, clause: 0, readUpTo: 0, hasAddress: hasAddress(text) };
}

interface Sentence {
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly number: number;
}

/** Reads the words and values of the next sentence. */
export function appendItems(reading: Reading, sentence: Sentence): void {
  const { span } = sentence;
  const { text } = span;
  reading.clause += 1;
  reading.readUpTo = span.start;
  if (reading.hasAddress && hasAddress(text)) {
    for (const piece of contentPieces(text)) appendPiece(reading, sentence, piece);
  } else {
    const piece = beforePieces();
    while (nextPiece(text, piece)) appendPiece(reading, sentence, piece);
  }
  takeValues(reading, sentence, span.end);
}

function appendPiece(reading: Reading, sentence: Sentence, piece: Piece): void {
  const { span, number } = sentence;
  const start = span.start + piece.start;
  const end = span.start + piece.end;
  takeValues(reading, sentence, piece.isMail ? start : start + 1);
  if (start < reading.readUpTo) {
    const rest = restOfCompound(span.text, reading.readUpTo - span.start, piece.end);
    if (rest === "") return;
    const place = { start: end - rest.length, end, sentence: number, clause: reading.clause };
    reading.items.push(wordItem(wordOf(rest), place));
  } else if (piece.endsClause) reading.clause += 1;
  else if (piece.word === undefined) return;
  else {
    const place = { start, end, sentence: number, clause: reading.clause };
    const isName = isCapital(span.text, piece.start, piece.end);
    reading.items.push(isName ? nameItem(piece.word, place) : wordItem(piece.word, place));
  }
  reading.readUpTo = end;
}

/** The values that begin before an offset and behind what is read. */
function takeValues(reading: Reading, { span, number }: Sentence, before: number): void {
  const { values } = reading;
  for (let value = values[reading.value]; value !== undefined; value = values[reading.value]) {
    if (value.start >= before) return;
    if (value.start >= reading.readUpTo) {
      const word = wordAt(span.text, value.start - span.start, value.end - span.start);
      const place = {
        start: value.start,
        end: value.end,
        sentence: number,
        clause: reading.clause,
      };
      reading.items.push(new ContentItem(word, place, { value, isFunction: false }));
      reading.readUpTo = value.end;
    }
    reading.value += 1;
  }
}

/** `Frist` of `14-Tage-Frist`, of which the value is read already. */
function restOfCompound(text: string, behindValue: number, end: number): string {
  const start = behindValue + 1;
  const isJoined = start < end && isHyphen(text, behindValue) && isOfKind(text, start, letter);
  return isJoined ? text.slice(start, end) : "";
}

const isHyphen = oneOf("-");

function wordItem(written: Word, place: ItemPlace): ContentItem {
  const word = contentWord(written);
  return new ContentItem(word, place, { value: undefined, isFunction: isFunctionWord(word) });
}

/** `Formular A`: a capital that stands alone, without the dot that shortens, is no function word. */
function nameItem(written: Word, place: ItemPlace): ContentItem {
  return new ContentItem(contentWord(written), place, { value: undefined, isFunction: false });
}

function isCapital(text: string, start: number, end: number): boolean {
  const code = codeAt(text, start);
  return end === start + 1 && code >= 0x41 && code <= 0x5a && !isDot(text, end);
}

const isDot = oneOf(".");
