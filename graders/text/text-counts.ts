import { composedText } from "../../core/composed-text.ts";
import { splitSentences } from "./sentences.ts";
import { syllablesOf } from "./syllables.ts";
import { textWords } from "./text-words.ts";
import { wordProperty } from "./word.ts";
import { countLetters, isDigitToken } from "./words.ts";

/** What the readability formulas count, all in whole numbers. */
export interface TextCounts {
  /** At least 1 for a text with words. */
  readonly sentences: number;
  readonly words: number;
  /** Spoken syllables; a number in digits counts 1. */
  readonly syllables: number;
  /** Words of 3 or more syllables. */
  readonly polysyllables: number;
  /** Words of more than 6 letters. */
  readonly longWords: number;
  /** Words of exactly 1 syllable. */
  readonly monosyllables: number;
  /** Words that are numbers in digits; spoken they are longer than the 1 syllable they count. */
  readonly digitTokens: number;
}

/** Words of more letters than this are long words (LIX, RIX, Wiener Sachtextformel). */
const longestShortWord = 6;
const fewestPolysyllables = 3;

/**
 * Counts a German text by the definitions of `splitSentences`, `splitWords` and `countSyllables`.
 * A text without words has 0 of everything.
 *
 * @example
 * countText("Das kostet 3.500 Euro."); // { sentences: 1, words: 4, syllables: 6, … digitTokens: 1 }
 */
export function countText(text: string): TextCounts {
  const composed = composedText(text).text;
  const words = countWords(composed);
  return { sentences: words.words === 0 ? 0 : splitSentences(composed).length, ...words };
}

/** Is it a number in digits (1), is it long (2), and its syllables (from 4 on), in one number. */
const measureWord = wordProperty((word): number => {
  const isLong = countLetters(word.text) > longestShortWord;
  return syllablesOf(word) * 4 + (isLong ? 2 : 0) + (isDigitToken(word.text) ? 1 : 0);
});

function countWords(text: string): Omit<TextCounts, "sentences"> {
  const counts = {
    words: 0,
    syllables: 0,
    polysyllables: 0,
    longWords: 0,
    monosyllables: 0,
    digitTokens: 0,
  };
  for (const word of textWords(text).words) {
    const measures = measureWord(word);
    const syllables = measures >> 2;
    counts.words += 1;
    counts.syllables += syllables;
    if (syllables >= fewestPolysyllables) counts.polysyllables += 1;
    if (syllables === 1) counts.monosyllables += 1;
    if ((measures & 2) !== 0) counts.longWords += 1;
    if ((measures & 1) !== 0) counts.digitTokens += 1;
  }
  return counts;
}
