import { splitSentences } from "../sentences.ts";
import type { TextRange } from "../text-span.ts";
import { splitWords } from "../words.ts";
import { withoutAddresses, withoutQuotations } from "./masked-text.ts";

/** A word as the style checks see it. */
export interface StyleToken extends TextRange {
  readonly text: string;
  readonly lower: string;
  /** Grows at commas, colons, brackets, dashes and quotation marks. */
  readonly clause: number;
  readonly isCapital: boolean;
}

/** A sentence with its words; quotations and addresses are left out of the words. */
export interface StyleSentence extends TextRange {
  readonly tokens: readonly StyleToken[];
}

/** A text made ready for the style checks. */
export interface StyleText {
  /** The text with web addresses, e-mail addresses and placeholders blanked out. */
  readonly masked: string;
  readonly sentences: readonly StyleSentence[];
}

/** Reads a text (Unicode normal form C) once for all style checks. Time grows linearly. */
export function readStyleText(text: string): StyleText {
  const masked = withoutAddresses(text);
  const tokens = readTokens(withoutQuotations(masked));
  let at = 0;
  const sentences = splitSentences(text).map(({ start, end }) => {
    const from = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1;
    return { start, end, tokens: tokens.slice(from, at) };
  });
  return { masked, sentences };
}

/** From the first to the last word of a passage. */
export function rangeOf(tokens: readonly StyleToken[], from: number, to: number): TextRange {
  const [one, other] = [tokens[from], tokens[to]];
  const start = Math.min(one?.start ?? 0, other?.start ?? 0);
  return { start, end: Math.max(one?.end ?? 0, other?.end ?? 0) };
}

/** A word that is no noun where it stands: in lower case, or the first of its sentence. */
export function isPlain(tokens: readonly StyleToken[], at: number): boolean {
  return at === 0 || tokens[at]?.isCapital === false;
}

function readTokens(text: string): StyleToken[] {
  let clause = 0;
  let before = 0;
  return splitWords(text).map(({ start, end, text: word }) => {
    if (clauseMark.test(text.slice(Math.max(before, start - 200), start))) clause += 1;
    before = end;
    const first = word.charAt(0);
    const isCapital = first !== first.toLowerCase();
    return { start, end, text: word, lower: word.toLowerCase(), clause, isCapital };
  });
}

const clauseMark = /[,;:!?()[\]–—„“”»«"|]|\s-\s/u;
