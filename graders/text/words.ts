import { composedText } from "../../core/composed-text.ts";
import { endOfRun, isOfKind, letter, nextOfKind, number } from "./character-kinds.ts";
import { countLetters as countCharacters } from "./count-characters.ts";
import { remember } from "./remember.ts";
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
export const splitWords = remember((text): readonly TextSpan[] => spansOf(text, findWords));

/** How many words a text has. */
export function countWords(text: string): number {
  const composed = composedText(text).text;
  let words = 0;
  let start = nextWord(composed, 0);
  while (start < composed.length) {
    words += 1;
    start = nextWord(composed, endOfWord(composed, start));
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
  const words: number[] = [];
  let start = nextWord(text, 0);
  while (start < text.length) {
    const end = endOfWord(text, start);
    words.push(start, end);
    start = nextWord(text, end);
  }
  return words;
}

/** Offset of the next word; the length of the text for none. Numbers in other digits are no words. */
function nextWord(text: string, at: number): number {
  let next = nextOfKind(text, at, letter | number);
  while (next < text.length && !isOfKind(text, next, letter) && !isDigit(text, next)) {
    next = nextOfKind(text, next + 1, letter | number);
  }
  return next;
}

/** Offset behind the word that begins here. */
function endOfWord(text: string, start: number): number {
  if (isDigit(text, start)) return endOfNumber(text, start);
  let end = endOfRun(text, start, letter);
  while (isJoiner(text, end) && isOfKind(text, end + 1, letter)) {
    end = endOfRun(text, end + 1, letter);
  }
  return end;
}

function endOfNumber(text: string, start: number): number {
  let end = endOfDigits(text, start);
  while (isSeparator(text, end) && isDigit(text, end + 1)) end = endOfDigits(text, end + 1);
  return end;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end += 1;
  return end;
}

// What lies outside of a text is never asked for: reading there once makes all later reading slow.

function isDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** One of `-·'’`. */
function isJoiner(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code === 0x2d || code === 0xb7 || code === 0x27 || code === 0x2019;
}

function isSeparator(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code === 0x2e || code === 0x2c;
}
