import { composedText } from "../../core/composed-text.ts";
import { endOfRun, isOfKind, letter, nextOfKind, number, oneOf } from "./character-kinds.ts";
import { countLetters as countCharacters } from "./count-characters.ts";
import { rememberLatest } from "./remember-latest.ts";
import { spansOf, type TextRange, type TextSpan } from "./text-span.ts";

/**
 * A word for every count of the project: letters joined by hyphen, Mediopunkt or apostrophe
 * (`Bundes-Gesetz`, `Bundes·gesetz` are one word), or a number with its separators (`3.500,50`).
 * `§` is no word, `z. B.` two, `Bürger:innen` two, `12-jährig` two.
 */
const isJoiner = oneOf("-·'’");
const isSeparator = oneOf(".,");

/**
 * Words of a text in order, with their offsets. Time grows linearly with the text.
 *
 * @example
 * splitWords("Das kostet 3.500 Euro.").map((span) => span.text); // ["Das", "kostet", "3.500", "Euro"]
 */
export const splitWords = rememberLatest((text: string): readonly TextSpan[] => spansOf(text, findWords));

/** How many words a text has. */
export function countWords(text: string): number {
  return wordBounds(composedText(text).text).length / 2;
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
  let start = nextOfKind(text, 0, letter | number);
  while (start < text.length) {
    const end = endOfWord(text, start);
    if (end > start) words.push(start, end);
    start = nextOfKind(text, Math.max(end, start + 1), letter | number);
  }
  return words;
}

/** Offset behind the word that begins here; the offset itself for a number in other digits. */
function endOfWord(text: string, start: number): number {
  const inLetters = endOfRun(text, start, letter);
  if (inLetters > start) {
    let end = inLetters;
    while (isJoiner(text, end) && isOfKind(text, end + 1, letter)) {
      end = endOfRun(text, end + 1, letter);
    }
    return end;
  }
  let end = endOfDigits(text, start);
  while (end > start && isSeparator(text, end) && endOfDigits(text, end + 1) > end + 1) {
    end = endOfDigits(text, end + 1);
  }
  return end;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  return end;
}
