import { codeAt } from "./code-at.ts";
import { composedText } from "../../core/composed-text.ts";
import { isOfKind, letter } from "./character-kinds.ts";
import { countLetters as countCharacters } from "./count-characters.ts";
import { spansOf, type TextRange, type TextSpan } from "./text-span.ts";

/**
 * Words of a text in order, with their offsets. Time grows linearly with the text.
 *
 * A word for every count of the project: letters joined by hyphen, Mediopunkt or apostrophe
 * (`Bundes-Gesetz`, `Bundes·gesetz` are one word), or a number with its separators (`3.500,50`).
 * `§` is no word, `z. B.` two, `Bürger:innen` two, `12-jährig` two.
 *
 * @example
 * splitWords("Das kostet 3.500 Euro.").map((span) => span.text); // ["Das", "kostet", "3.500", "Euro"]
 */
export function splitWords(text: string): readonly TextSpan[] {
  return spansOf(text, findWords);
}

/** How many words a text has. */
export function countWords(text: string): number {
  const composed = composedText(text).text;
  const { length } = composed;
  let words = 0;
  let start = nextWord(composed, 0, length);
  while (start < length) {
    words += 1;
    start = nextWord(composed, endOfWord(composed, start, length), length);
  }
  return words;
}

/** True for a word that is a number in digits. */
export function isDigitToken(token: string): boolean {
  return /^\d/u.test(token);
}

/** Letters of a word, without hyphen, Mediopunkt and apostrophe; 0 for a number. */
export function countLetters(token: string): number {
  return countCharacters(token.normalize("NFC"));
}

function findWords(text: string): TextRange[] {
  const bounds = wordBounds(text);
  const words: TextRange[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    words.push({ start: bounds[at] ?? 0, end: bounds[at + 1] ?? 0 });
  }
  return words;
}

/**
 * Start and end of every word of a composed text by turns: `\p{L}+(?:[-·'’]\p{L}+)*|\d+(?:[.,]\d+)*`,
 * found without a regular expression.
 */
export function wordBounds(text: string): number[] {
  const { length } = text;
  const words: number[] = [];
  let start = nextWord(text, 0, length);
  while (start < length) {
    const end = endOfWord(text, start, length);
    words.push(start, end);
    start = nextWord(text, end, length);
  }
  return words;
}

// What lies outside of a text is never asked for: reading there once makes all later reading slow. The
// length is handed on, for the many kinds of strings make asking for it slow as well.

/** Offset of the next word; the length of the text for none. */
function nextWord(text: string, from: number, length: number): number {
  let at = from;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind === digit || isLetter(text, at, kind)) return at;
    at += 1;
  }
  return length;
}

/** Offset behind the word that begins here. */
function endOfWord(text: string, start: number, length: number): number {
  if (kindAt(text, start) === digit) return endOfNumber(text, start, length);
  let end = endOfLetters(text, start, length);
  while (end + 1 < length && isJoiner(codeAt(text, end))) {
    if (!isLetter(text, end + 1, kindAt(text, end + 1))) break;
    end = endOfLetters(text, end + 1, length);
  }
  return end;
}

function endOfLetters(text: string, start: number, length: number): number {
  let end = start;
  while (end < length) {
    const kind = kindAt(text, end);
    if (!isLetter(text, end, kind)) break;
    end += kind === half ? 2 : 1;
  }
  return end;
}

function endOfNumber(text: string, start: number, length: number): number {
  let end = endOfDigits(text, start, length);
  while (end + 1 < length && isSeparator(codeAt(text, end)) && kindAt(text, end + 1) === digit) {
    end = endOfDigits(text, end + 1, length);
  }
  return end;
}

function endOfDigits(text: string, start: number, length: number): number {
  let end = start;
  while (end < length && kindAt(text, end) === digit) end += 1;
  return end;
}

/** One of `-·'’`. */
function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0xb7 || code === 0x27 || code === 0x2019;
}

function isSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2c;
}

function isLetter(text: string, at: number, kind: number): boolean {
  return kind === single || (kind === half && isOfKind(text, at, letter));
}

/** What a unit is in a word, told once of each; 0 for those that were not met. */
const kinds = new Uint8Array(0x10000);
const single = 1;
const digit = 2;
/** Of a letter of two units, maybe. */
const half = 3;
const none = 4;

function kindAt(text: string, at: number): number {
  const known = kinds[codeAt(text, at)] ?? 0;
  return known === 0 ? readKind(text, at) : known;
}

function readKind(text: string, at: number): number {
  const code = codeAt(text, at);
  let kind = none;
  if (code >= 0xd800 && code <= 0xdbff) kind = half;
  else if (code >= 0x30 && code <= 0x39) kind = digit;
  else if (isOfKind(text, at, letter)) kind = single;
  kinds[code] = kind;
  return kind;
}
