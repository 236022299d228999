import { keysOf } from "./inflection.ts";
import type { Value } from "./value.ts";
import { wordProperty, type Word } from "./word.ts";

/** A word or a value of a text, in reading order; few of them are asked how they are spelled. */
export class ContentItem {
  readonly start: number;
  readonly end: number;
  /** The text as a word, to ask for its properties. */
  readonly word: Word;
  /** The value, if it is one. */
  readonly value: Value | undefined;
  /** Function words and auxiliaries carry no content. */
  readonly isFunction: boolean;
  /** Numbers of the sentence and of the clause it stands in, counted through the text. */
  readonly sentence: number;
  readonly clause: number;

  constructor(
    word: Word,
    { start, end, sentence, clause }: ItemPlace,
    { value, isFunction }: Pick<ContentItem, "value" | "isFunction">,
  ) {
    this.start = start;
    this.end = end;
    this.word = word;
    this.value = value;
    this.isFunction = isFunction;
    this.sentence = sentence;
    this.clause = clause;
  }

  get text(): string {
    return this.word.text;
  }

  get lower(): string {
    return lowerOf(this.word);
  }

  /** Keys of the word; empty for a value. */
  get keys(): ReadonlySet<string> {
    return this.value === undefined ? keysOf(this.word) : noKeys;
  }
}

/** Where an item stands. */
export type ItemPlace = Pick<ContentItem, "start" | "end" | "sentence" | "clause">;

const lowerOf = wordProperty(({ text }) => text.toLowerCase());
const noKeys: ReadonlySet<string> = new Set();
