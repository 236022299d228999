import type { Value } from "./value.ts";
import type { Word } from "./word.ts";

/** A word or a value of a text, in reading order. */
export interface ContentItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text as a word, to ask for its properties. */
  readonly word: Word;
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
