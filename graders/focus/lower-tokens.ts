import { endOfRun, letter, mark, nextOfKind, number, sign } from "../text/character-kinds.ts";
import { rememberLatest } from "../text/remember-latest.ts";
import { wordAt, wordOf, wordProperty, type Word } from "../text/word.ts";

/** The words of a text, and its signs one by one, in lower case. */
export interface LowerTokens {
  readonly tokens: readonly Word[];
  /** Offsets (UTF-16 code units) of the tokens in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Length of the longest token. */
  readonly longest: number;
}

const inWords = letter | mark | number;

/** Reads a text; words as `[\p{L}\p{M}\p{N}]+` finds them. */
export const readLowerTokens = rememberLatest((text: string): LowerTokens => {
  const tokens: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const { length } = text;
  let longest = 0;
  let start = nextOfKind(text, 0, inWords | sign);
  while (start < length) {
    const end = endOfToken(text, start);
    const token = lowerCase(wordAt(text, start, end));
    tokens.push(token);
    if (token.length > longest) longest = token.length;
    starts.push(start);
    ends.push(end);
    start = nextOfKind(text, end, inWords | sign);
  }
  return { tokens, starts, ends, longest };
});

/** Is the token a word, and no sign? */
export const isWord = wordProperty(({ text }) => nextOfKind(text, 0, inWords) === 0);

const lowerCase = wordProperty(({ text }) => wordOf(text.toLowerCase()));

function endOfToken(text: string, start: number): number {
  const end = endOfRun(text, start, inWords);
  if (end > start) return end;
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}
