import { splitSentences } from "../sentences.ts";
import { rememberLatest } from "../remember-latest.ts";
import type { TextRange } from "../text-span.ts";
import { textWords } from "../text-words.ts";
import { wordFlag, wordProperty, type Word } from "../word.ts";
import { ClauseReader } from "./clause-reader.ts";
import { withoutAddresses, withoutQuotations } from "./masked-text.ts";
import { phraseFinders, phraseWord } from "./phrase-words.ts";

/** A word as the style checks see it; few of them are asked how they are spelled. */
export class StyleToken implements TextRange {
  readonly start: number;
  readonly end: number;
  /** Grows at commas, colons, dashes and quotation marks; below 0 inside brackets. */
  readonly clause: number;
  /** As it is written. */
  readonly written: Word;

  constructor(written: Word, { start, end }: TextRange, clause: number) {
    this.start = start;
    this.end = end;
    this.clause = clause;
    this.written = written;
  }

  get text(): string {
    return this.written.text;
  }

  get lower(): string {
    return lowerOf(this.written);
  }

  get isCapital(): boolean {
    return beginsCapital(this.written);
  }
}

const lowerOf = wordProperty(({ text }) => text.toLowerCase());
const beginsCapital = wordFlag(({ text }) => text.charAt(0) !== text.charAt(0).toLowerCase());

/** A sentence with its words; quotations and addresses are left out of the words. */
export class StyleSentence implements TextRange {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly StyleToken[];
  #beginnings = noBeginnings;
  /** How many finders there were when they were asked for. */
  #asked = 0;

  constructor({ start, end }: TextRange, tokens: readonly StyleToken[]) {
    this.start = start;
    this.end = end;
    this.tokens = tokens;
  }

  /** Where phrases can begin. */
  get phraseBeginnings(): PhraseBeginnings {
    if (this.#asked !== phraseFinders()) {
      this.#asked = phraseFinders();
      this.#beginnings = beginningsIn(this.tokens);
    }
    return this.#beginnings;
  }
}

/** Words with which a phrase can begin, and of which finders, as bits (see `PhraseWord`). */
export interface PhraseBeginnings {
  /** Of any of the words. */
  readonly finders: number;
  /** Number of a word and its finders by turns. */
  readonly places: readonly number[];
  /** Parts of phrases for which each word can stand. */
  readonly parts: readonly (readonly number[])[];
}

const noBeginnings: PhraseBeginnings = { finders: 0, places: [], parts: [] };

function beginningsIn(tokens: readonly StyleToken[]): PhraseBeginnings {
  const places: number[] = [];
  const parts: (readonly number[])[] = [];
  let all = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const known = phraseWord(token.written);
    parts.push(known.parts);
    if (known.finders === 0) continue;
    places.push(at, known.finders);
    all |= known.finders;
  }
  return all === 0 ? noBeginnings : { finders: all, places, parts };
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
  const sentences: StyleSentence[] = [];
  let at = 0;
  for (const span of splitSentences(text)) {
    const from = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) at += 1;
    sentences.push(new StyleSentence(span, tokens.slice(from, at)));
  }
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
  const { bounds, words } = textWords(text);
  const clauses = new ClauseReader(text);
  const tokens: StyleToken[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const written = words[at];
    if (written === undefined) break;
    const [start, end] = [bounds[at * 2] ?? 0, bounds[at * 2 + 1] ?? 0];
    tokens.push(new StyleToken(written, { start, end }, clauses.next(start, end)));
  }
  return tokens;
}
