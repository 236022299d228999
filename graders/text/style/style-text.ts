import { splitSentences } from "../sentences.ts";
import { rememberLatest } from "../remember-latest.ts";
import type { TextRange } from "../text-span.ts";
import { wordAt, wordOf, wordProperty, type Word } from "../word.ts";
import { wordBounds } from "../words.ts";
import { withoutAddresses, withoutQuotations } from "./masked-text.ts";

/** A word as the style checks see it. */
export interface StyleToken extends TextRange {
  readonly text: string;
  readonly lower: string;
  /** In lower case. */
  readonly word: Word;
  /** Grows at commas, colons, dashes and quotation marks; below 0 inside brackets. */
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
export const readStyleText = rememberLatest(styleTextOf);

function styleTextOf(text: string): StyleText {
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

/** A word in brackets, as seen from a clause outside of them. */
export function isInsertion(token: StyleToken | undefined, clause: number | undefined): boolean {
  return token !== undefined && token.clause < 0 && (clause ?? 0) >= 0;
}

function readTokens(text: string): StyleToken[] {
  const place = { clause: 0, bracket: 0, depth: 0, inside: 0 };
  let before = 0;
  const tokens: StyleToken[] = [];
  const bounds = wordBounds(text);
  for (let at = 0; at < bounds.length; at += 2) {
    const [start = 0, end = 0] = [bounds[at], bounds[at + 1]];
    const gap = text.slice(Math.max(before, start - 200), start);
    if (gap !== " " && clauseMark.test(gap)) place.clause += 1;
    followBrackets(place, gap);
    before = end;
    const clause = place.depth > 0 ? -place.bracket : place.clause;
    const written = wordAt(text, start, end);
    const word = inLowerCase(written);
    const isCapital = isCapitalised(written);
    tokens.push({ start, end, text: written.text, lower: word.text, word, clause, isCapital });
  }
  return tokens;
}

const inLowerCase = wordProperty(({ text }) => wordOf(text.toLowerCase()));

const isCapitalised = wordProperty(({ text }) => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
});

const clauseMark = /[,;:!?–—„“”»«"|]|\s-\s/u;
/** Words of an insertion in brackets at most; a bracket that is never closed ends there. */
const longestInsertion = 30;

interface BracketPlace {
  bracket: number;
  depth: number;
  inside: number;
}

function followBrackets(place: BracketPlace, gap: string): void {
  place.inside += 1;
  for (const mark of gap === " " ? "" : gap) {
    if (!"()[]\n".includes(mark)) continue;
    if (mark === "(" || mark === "[") {
      if (place.depth === 0) Object.assign(place, { bracket: place.bracket + 1, inside: 0 });
      place.depth += 1;
    } else place.depth = mark === "\n" ? 0 : Math.max(0, place.depth - 1);
  }
  if (place.inside > longestInsertion) place.depth = 0;
}
