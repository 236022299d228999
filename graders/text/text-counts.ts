import { composedText } from "../../core/composed-text.ts";
import { splitSentences } from "./sentences.ts";
import { syllablesOf } from "./syllables.ts";
import { wordAt, wordProperty } from "./word.ts";
import { countLetters, isDigitToken, wordBounds } from "./words.ts";

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

interface WordMeasure {
  readonly syllables: number;
  readonly letters: number;
  readonly isDigits: boolean;
}

const measureWord = wordProperty((word): WordMeasure => ({
  syllables: syllablesOf(word),
  letters: countLetters(word.text),
  isDigits: isDigitToken(word.text),
}));

function countWords(text: string): Omit<TextCounts, "sentences"> {
  const counts = {
    words: 0,
    syllables: 0,
    polysyllables: 0,
    longWords: 0,
    monosyllables: 0,
    digitTokens: 0,
  };
  const bounds = wordBounds(text);
  for (let at = 0; at < bounds.length; at += 2) {
    const word = wordAt(text, bounds[at] ?? 0, bounds[at + 1] ?? 0);
    const { syllables, letters, isDigits } = measureWord(word);
    counts.words += 1;
    counts.syllables += syllables;
    if (syllables >= fewestPolysyllables) counts.polysyllables += 1;
    if (syllables === 1) counts.monosyllables += 1;
    if (letters > longestShortWord) counts.longWords += 1;
    if (isDigits) counts.digitTokens += 1;
  }
  return counts;
}
