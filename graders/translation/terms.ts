import {
  endOfRun,
  isOfKind,
  letter,
  mark,
  oneOf,
  space,
  startOfRun,
} from "../text/character-kinds.ts";
import type { TextRange } from "../text/text-span.ts";

/** A term of the glossary and how to find its right translations. */
export interface Term {
  readonly name: string;
  readonly translations: readonly Translation[];
}

/** A translation by its words. */
interface Translation {
  readonly words: readonly TermWord[];
  /** An article or preposition may be joined to it. */
  readonly isArabic: boolean;
}

interface TermWord {
  /** Sticky, except for the first word, which is looked for. */
  readonly letters: RegExp;
  readonly mayEnd: boolean;
  /** Ends with a hyphen, which need not stand. */
  readonly endsOpen: boolean;
}

/** Reads `Widerspruch = objection / appeal`; without ` = ` the term is its own translation. */
export function readTerm(authored: string): Term {
  const [name = "", translations = name] = authored.normalize("NFC").split(/\s+=\s+/u);
  const all = translations
    .split(/\s+\/\s+/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return { name: name.trim(), translations: all.map(readTranslation) };
}

const shortestWithEnding = 4;

/**
 * The borders of words are no part of the patterns: to make one of `\p{L}` that ignores case takes V8
 * milliseconds, and an answer is hardly ever looked through for the same term a hundred times.
 */
function readTranslation(translation: string): Translation {
  const words = translation.split(/\s+/u).map((word, at): TermWord => {
    const literal = word
      .replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
      .replaceAll(/['’]/gu, "['’]")
      .replaceAll("-", String.raw`[\s\u2010\u2011-]?`);
    return {
      letters: new RegExp(literal, at === 0 ? "giu" : "iuy"),
      mayEnd: word.length >= shortestWithEnding && /[\p{L}\p{M}]$/u.test(word),
      endsOpen: word.endsWith("-"),
    };
  });
  return { words, isArabic: /^\p{Script=Arabic}/u.test(translation) };
}

/**
 * Where an answer uses one of the translations: case, apostrophes, blanks and hyphens do not matter, words
 * of four letters or more may carry an ending, Arabic words also an article or preposition.
 */
export function placeOfTerm(answer: string, { translations }: Term): TextRange | undefined {
  for (const translation of translations) {
    const place = placeOfTranslation(answer, translation);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeOfTranslation(answer: string, translation: Translation): TextRange | undefined {
  const letters = translation.words[0]?.letters;
  if (letters === undefined) return undefined;
  letters.lastIndex = 0;
  for (let found = letters.exec(answer); found !== null; found = letters.exec(answer)) {
    const start = startOfTerm(answer, found.index, translation);
    const end = start === none ? none : endOfTerm(answer, letters.lastIndex, translation.words);
    if (end !== none) return { start, end };
    letters.lastIndex = found.index + ((found[0].codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  }
  return undefined;
}

const none = -1;
/** Letters of an article or preposition that is joined to an Arabic word. */
const longestPrefix = 3;

/** Where a term begins whose letters begin at an offset; `none` within a word. */
function startOfTerm(text: string, at: number, { isArabic }: Translation): number {
  const start = isArabic ? startOfRun(text, at, letter) : at;
  if (charactersIn(text, start, at) > longestPrefix) return none;
  return startOfRun(text, start, letter | mark) < start ? none : start;
}

/** Where a term ends of whose first word the letters end at an offset; `none` if it does not go on. */
function endOfTerm(text: string, at: number, words: readonly TermWord[]): number {
  const [word, ...further] = words;
  const end = endOfFurther(text, word?.mayEnd === true ? endOfEnding(text, at) : at, further);
  const isShorter = end === none && word?.endsOpen === true && isHyphen(text, at - 1);
  return isShorter ? endOfFurther(text, at - 1, further) : end;
}

const isHyphen = oneOf(" -\t\n\v\f\r\u00a0\u2010\u2011");
const isApostrophe = oneOf("'’");
const longestEnding = 4;

/** Behind the ending of a word, if it has one. */
function endOfEnding(text: string, at: number): number {
  const start = isApostrophe(text, at) ? at + 1 : at;
  const end = endOfRun(text, start, letter | mark);
  return end > start && charactersIn(text, start, end) <= longestEnding ? end : at;
}

/** Code points. */
function charactersIn(text: string, start: number, end: number): number {
  return Array.from(text.slice(start, end)).length;
}

const isGap = oneOf("*_-");
const longestGap = 4;

/** Where the words behind a word end. */
function endOfFurther(text: string, at: number, words: readonly TermWord[]): number {
  const letters = words[0]?.letters;
  if (letters === undefined) return isOfKind(text, at, letter | mark) ? none : at;
  let next = at;
  while (next < at + longestGap && (isGap(text, next) || isOfKind(text, next, space))) next += 1;
  for (; next > at; next -= 1) {
    letters.lastIndex = next;
    const end = letters.test(text) ? endOfTerm(text, letters.lastIndex, words) : none;
    if (end !== none) return end;
  }
  return none;
}
