import { endOfRun, isOfKind, letter, mark, nextOfKind, number, sign } from "./character-kinds.ts";
import { filler, plainCharacters } from "./plain-characters.ts";
import { vocabulary } from "./values-vocabulary.ts";
import { wordAt, wordOf, wordProperty, type Word } from "./word.ts";

/** A piece of text as the value readers see it: a run of digits, a word, or one other character. */
export interface ValueToken {
  readonly kind: "digits" | "word" | "sign";
  /** As written, with digits, blanks and dashes of other scripts made plain. */
  readonly text: string;
  readonly lower: string;
  /** Only of a word. */
  readonly word: Word | undefined;
  readonly start: number;
  readonly end: number;
  /** What stands before it. `blank` is exactly one blank; `line` begins one; `break` is a blank line. */
  readonly gap: "none" | "blank" | "wide" | "line" | "break";
}

/**
 * Cuts a text into tokens; one pass, offsets as in the text handed in. Digits of other scripts
 * (`٣٧`, `３７`) become ASCII digits, every kind of dash a hyphen. HTML entities are what they stand
 * for (`37&nbsp;&euro;`); marks of emphasis and footnotes are looked through (`**37** Euro`).
 */
export function valueTokens(text: string): ValueToken[] {
  const plain = plainCharacters(text);
  const tokens: ValueToken[] = [];
  let before = 0;
  let start = nextOfKind(plain, 0, tokenKinds);
  while (start < plain.length) {
    const gap = gapBetween(plain, before, start);
    const token = readToken(plain, start, gap);
    tokens.push(token);
    before = token.end;
    start = nextOfKind(plain, before, tokenKinds);
  }
  return tokens;
}

/** What a token can begin with; marks, blanks and hidden characters stand between. */
const tokenKinds = letter | number | sign;
const entity = /&#?\w{2,6};/uy;

function readToken(plain: string, start: number, gap: ValueToken["gap"]): ValueToken {
  let end = start;
  while (isAsciiDigit(plain.charCodeAt(end))) end += 1;
  if (end > start) {
    const text = plain.slice(start, end);
    return { kind: "digits", text, lower: text, word: undefined, start, end, gap };
  }
  if (isOfKind(plain, start, letter)) {
    end = endOfRun(plain, start, letter | mark);
    return wordToken(wordAt(plain, start, end), { start, end, gap });
  }
  entity.lastIndex = start;
  const named = plain[start] === "&" ? entity.exec(plain)?.[0] : undefined;
  if (named === undefined) {
    const written = String.fromCodePoint(plain.codePointAt(start) ?? 0);
    return signToken(written, { start, end: start + written.length, gap });
  }
  const written = vocabulary.signEntities.get(named.toLowerCase()) ?? named;
  const place = { start, end: start + named.length, gap };
  return /^\p{L}/u.test(written) ? wordToken(wordOf(written), place) : signToken(written, place);
}

type Place = Pick<ValueToken, "start" | "end" | "gap">;

function wordToken(word: Word, { start, end, gap }: Place): ValueToken {
  return { kind: "word", text: word.text, lower: lowerWord(word), word, start, end, gap };
}

function signToken(text: string, { start, end, gap }: Place): ValueToken {
  return { kind: "sign", text, lower: lowerOf(text), word: undefined, start, end, gap };
}

/** A word in lower case, as the value readers compare it. */
export const lowerWord = wordProperty(({ text }) => lowerOf(text));

function lowerOf(text: string): string {
  return text.toLowerCase().replaceAll("i\u0307", "i");
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function gapBetween(plain: string, from: number, to: number): ValueToken["gap"] {
  if (to === from || (to === from + 1 && plain[from] === filler)) return "none";
  if (to === from + 1) {
    if (plain[from] === "\n") return "line";
    return plain[from] === " " ? "blank" : "wide";
  }
  const between = plain.slice(from, to).replaceAll(filler, "");
  if (between === "") return "none";
  if (between.length === 1) return between === " " ? "blank" : "wide";
  if (!between.includes("\n")) return "wide";
  return /\n[^\S\n]*\n/u.test(between) ? "break" : "line";
}
