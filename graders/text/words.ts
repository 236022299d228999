import { remember } from "./remember.ts";
import { spansOf, type TextSpan } from "./text-span.ts";

/**
 * A word for every count of the project: letters joined by hyphen, Mediopunkt or apostrophe
 * (`Bundes-Gesetz`, `Bundes·gesetz` are one word), or a number with its separators (`3.500,50`).
 * `§` is no word, `z. B.` two, `Bürger:innen` two, `12-jährig` two.
 */
const word = /\p{L}+(?:[-·'’]\p{L}+)*|\d+(?:[.,]\d+)*/gu;

/**
 * Words of a text in order, with their offsets. Time grows linearly with the text.
 *
 * @example
 * splitWords("Das kostet 3.500 Euro.").map((span) => span.text); // ["Das", "kostet", "3.500", "Euro"]
 */
export const splitWords = remember((text): readonly TextSpan[] => spansOf(text, findWords));

/** True for a word that is a number in digits. */
export function isDigitToken(token: string): boolean {
  return /^\d/u.test(token);
}

/** Letters of a word, without hyphen, Mediopunkt and apostrophe; 0 for a number. */
export function countLetters(token: string): number {
  return token.normalize("NFC").match(/\p{L}/gu)?.length ?? 0;
}

function* findWords(text: string) {
  for (const match of text.matchAll(word)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}
