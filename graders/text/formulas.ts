import type { TextCounts } from "./text-counts.ts";

/**
 * Readability formulas. They measure the length of words and sentences, not understanding, and were
 * made for texts of at least 100 words. Each needs at least one word and one sentence.
 */

/** Below this number of words a formula is only indicative. */
export const fewestReliableWords = 100;

/** Flesch-Amstad, German (Amstad 1978, Zürich): about 0 to 100, higher is easier. */
export function fleschAmstad(counts: TextCounts): number {
  const { sentenceLength, syllablesPerWord } = ratios(counts);
  return 180 - sentenceLength - 58.5 * syllablesPerWord;
}

/** First Wiener Sachtextformel (Bamberger/Vanecek 1984): school year, 4 very easy to 15 very hard. */
export function wienerSachtext1(counts: TextCounts): number {
  const { sentenceLength, polysyllables, longWords, monosyllables } = ratios(counts);
  const words = 0.1935 * polysyllables + 0.1297 * longWords - 0.0327 * monosyllables;
  return words + 0.1672 * sentenceLength - 0.875;
}

/** Second Wiener Sachtextformel (Bamberger/Vanecek 1984): school year. */
export function wienerSachtext2(counts: TextCounts): number {
  const { sentenceLength, polysyllables, longWords } = ratios(counts);
  return 0.2007 * polysyllables + 0.1682 * sentenceLength + 0.1373 * longWords - 2.779;
}

/** Third Wiener Sachtextformel (Bamberger/Vanecek 1984): school year. */
export function wienerSachtext3(counts: TextCounts): number {
  const { sentenceLength, polysyllables } = ratios(counts);
  return 0.2963 * polysyllables + 0.1905 * sentenceLength - 1.1144;
}

/** Fourth Wiener Sachtextformel (Bamberger/Vanecek 1984): school year. */
export function wienerSachtext4(counts: TextCounts): number {
  const { sentenceLength, polysyllables } = ratios(counts);
  return 0.2744 * polysyllables + 0.2656 * sentenceLength - 1.693;
}

/** LIX (Björnsson 1968): mean sentence length plus percentage of long words. */
export function lix(counts: TextCounts): number {
  const { sentenceLength, longWords } = ratios(counts);
  return sentenceLength + longWords;
}

/** RIX: long words per sentence. */
export function rix(counts: TextCounts): number {
  return counts.longWords / counts.sentences;
}

/** gSMOG, the German SMOG, also "Qu" (Bamberger/Vanecek 1984, p. 78): school year. */
export function gSmog(counts: TextCounts): number {
  return Math.sqrt((30 * counts.polysyllables) / counts.sentences) - 2;
}

/** SMOG with the English constants (McLaughlin, version D): US grade; only for comparison. */
export function smogEnglish(counts: TextCounts): number {
  return 1.043 * Math.sqrt((30 * counts.polysyllables) / counts.sentences) + 3.1291;
}

/** German name of the band of a LIX value; LIX is rounded half up first. */
export function lixBand(value: number): string {
  const rounded = Math.floor(value + 0.5);
  if (rounded <= 24) return "sehr leicht";
  if (rounded <= 34) return "leicht";
  if (rounded <= 44) return "mittel";
  return rounded <= 54 ? "schwer" : "sehr schwer";
}

/** German name of the band of a Flesch-Amstad value; a border belongs to the easier band. */
export function fleschAmstadBand(value: number): string {
  if (value >= 90) return "sehr leicht";
  if (value >= 80) return "leicht";
  if (value >= 70) return "mittelleicht";
  if (value >= 60) return "mittel";
  if (value >= 50) return "mittelschwer";
  return value >= 30 ? "schwer" : "sehr schwer";
}

/** Words per sentence (SL), syllables per word, and MS, IW, ES in percent of the words. */
function ratios(counts: TextCounts) {
  const { words } = counts;
  return {
    sentenceLength: words / counts.sentences,
    syllablesPerWord: counts.syllables / words,
    polysyllables: (100 * counts.polysyllables) / words,
    longWords: (100 * counts.longWords) / words,
    monosyllables: (100 * counts.monosyllables) / words,
  };
}
