import { composedText } from "../../core/composed-text.ts";
import { kindsOf, letter } from "./character-kinds.ts";
import { countLetters as countCharacters } from "./count-characters.ts";
import { spansOf, type TextRange, type TextSpan } from "./text-span.ts";
import { TextUnits } from "./text-units.ts";

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
  const { length } = text;
  const units = textUnits.read(text);
  const words: number[] = [];
  let at = 0;
  // A 0 stands behind the text and is in no word, so that no loop within a word asks for the length.
  while (at < length) {
    const kind = kindAt(units, at);
    if (kind === none || (kind === half && !isWideLetter(units, at))) {
      at += 1;
      continue;
    }
    const start = at;
    at = kind === digit ? endOfNumber(units, start) : endOfWord(units, start);
    words.push(start, at);
  }
  return words;
}

const textUnits = new TextUnits();

function endOfWord(units: Uint16Array, start: number): number {
  let end = endOfLetters(units, start);
  while (isJoiner(units[end] ?? 0)) {
    const next = endOfLetters(units, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function endOfLetters(units: Uint16Array, start: number): number {
  let end = start;
  for (;;) {
    while (kindAt(units, end) === single) end += 1;
    if (kindAt(units, end) !== half || !isWideLetter(units, end)) return end;
    end += 2;
  }
}

function endOfNumber(units: Uint16Array, start: number): number {
  let end = endOfDigits(units, start);
  while (isSeparator(units[end] ?? 0) && kindAt(units, end + 1) === digit) {
    end = endOfDigits(units, end + 1);
  }
  return end;
}

function endOfDigits(units: Uint16Array, start: number): number {
  let end = start;
  while (kindAt(units, end) === digit) end += 1;
  return end;
}

/** One of `-·'’`. */
function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0xb7 || code === 0x27 || code === 0x2019;
}

function isSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2c;
}

/** What a unit is in a word, told once of each; 0 for those that were not met. */
const kinds = new Uint8Array(0x10000);
const single = 1;
const digit = 2;
/** Of a letter of two units, maybe. */
const half = 3;
const none = 4;

function kindAt(units: Uint16Array, at: number): number {
  const code = units[at] ?? 0;
  const known = kinds[code] ?? 0;
  return known === 0 ? readKind(code) : known;
}

function readKind(code: number): number {
  let kind = none;
  if (code >= 0xd800 && code <= 0xdbff) kind = half;
  else if (code >= 0x30 && code <= 0x39) kind = digit;
  else if ((kindsOf(code) & letter) !== 0) kind = single;
  kinds[code] = kind;
  return kind;
}

function isWideLetter(units: Uint16Array, at: number): boolean {
  const [high, low] = [units[at] ?? 0, units[at + 1] ?? 0];
  if (low < 0xdc00 || low > 0xdfff) return false;
  return (kindsOf(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)) & letter) !== 0;
}
