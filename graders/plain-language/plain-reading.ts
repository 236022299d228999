import { readStyleText, type StyleText } from "../text/style/style-text.ts";
import type { TextRange, TextSpan } from "../text/text-span.ts";
import { splitWords } from "../text/words.ts";

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
  /** Words of each sentence, quotations included. */
  readonly words: readonly (readonly TextSpan[])[];
}

/** A place where a check has something to say; not `certain`: shown, never a breach. */
export interface PlainFinding extends TextRange {
  readonly check: string;
  readonly certain: boolean;
}

export function readPlain(text: string, limits: PlainLimits): PlainReading {
  const style = readStyleText(text);
  const all = splitWords(style.masked);
  let at = 0;
  const words = style.sentences.map(({ end }) => {
    const from = at;
    while (at < all.length && (all[at]?.start ?? 0) < end) at += 1;
    return all.slice(from, at);
  });
  return { ...limits, text, style, words };
}

/** A finding that counts as a breach where the check is a rule. */
export function breach(check: string, { start, end }: TextRange): PlainFinding {
  return { check, start, end, certain: true };
}

/** A finding that is only shown. */
export function hint(check: string, { start, end }: TextRange): PlainFinding {
  return { check, start, end, certain: false };
}
