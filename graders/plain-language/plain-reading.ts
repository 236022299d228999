import { readStyleText, type StyleText } from "../text/style/style-text.ts";
import type { TextRange } from "../text/text-span.ts";
import { textWords, type TextWords } from "../text/text-words.ts";

/** What the checks may be told by the suite. */
export interface PlainLimits {
  /** Most words of a sentence. */
  readonly wordsPerSentence: number;
  /** A word with so many letters in one piece is long. */
  readonly lettersPerWord: number;
  /** Words of one meaning, of which a text should use one. */
  readonly terms: readonly (readonly string[])[];
  readonly allowBrackets: boolean;
}

/** A text read once for all checks. */
export interface PlainReading extends PlainLimits {
  readonly text: string;
  readonly style: StyleText;
  /** Words of the text, quotations included. */
  readonly words: TextWords;
  /** Number of the first word of each sentence, and one behind the last of the last. */
  readonly firstWords: readonly number[];
}

/** A place where a check has something to say; not `certain`: shown, never a breach. */
export interface PlainFinding extends TextRange {
  readonly check: string;
  readonly certain: boolean;
}

export function readPlain(text: string, limits: PlainLimits): PlainReading {
  const style = readStyleText(text);
  const words = textWords(style.masked);
  const firstWords = [0];
  let at = 0;
  for (const { end } of style.sentences) {
    while (at < words.words.length && (words.bounds[at * 2] ?? 0) < end) at += 1;
    firstWords.push(at);
  }
  return { ...limits, text, style, words, firstWords };
}

/** A finding that counts as a breach where the check is a rule. */
export function breach(check: string, { start, end }: TextRange): PlainFinding {
  return { check, start, end, certain: true };
}

/** A finding that is only shown. */
export function hint(check: string, { start, end }: TextRange): PlainFinding {
  return { check, start, end, certain: false };
}
