import { stemmer } from "@orama/stemmers/german";
import words from "./passage-words.json" with { type: "json" };

const stopWords = new Set(words.stopWords);
const abbreviations = new Set(words.abbreviations);
const segmenter = new Intl.Segmenter("de", { granularity: "sentence" });

/** Upper limits of a summary; both hold. */
interface Extent {
  readonly sentences: number;
  readonly words: number;
}

/** The first sentences of a text within the limits; the very first one even if it is longer. */
export function firstSentences(text: string, limit: Extent): string {
  const chosen: string[] = [];
  let length = 0;
  for (const sentence of splitSentences(text).slice(0, limit.sentences)) {
    length += sentence.split(/\s+/u).length;
    if (chosen.length > 0 && length > limit.words) break;
    chosen.push(sentence);
  }
  return chosen.join(" ");
}

/**
 * The sentence that shares most with the question and the one after it (before it, if it is the
 * last): BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over stemmed content words. The
 * earlier one wins a tie, so a question that shares no word with the text gets the beginning.
 */
export function bestPassage(text: string, question: string): string {
  const sentences = splitSentences(text);
  const scores = rank(sentences.map(contentWords), new Set(contentWords(question)));
  const best = scores.indexOf(Math.max(...scores));
  const start = Math.max(0, Math.min(best, sentences.length - 2));
  return sentences.slice(start, start + 2).join(" ");
}

/** Sentences in reading order; a list item is one, a wrapped line is none. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*[-–•*]\s)/u)
    .flatMap((block) => blockSentences(block.replaceAll(/\s+/gu, " ").trim()));
}

function blockSentences(block: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of segmenter.segment(block)) {
    open += segment;
    if (endsInAbbreviation(open)) continue;
    sentences.push(open.trim());
    open = "";
  }
  return [...sentences, open.trim()].filter((sentence) => sentence !== "");
}

/** `Abs.`, `z. B.` and the ordinal of a date (`3. Juni`) end no sentence. */
function endsInAbbreviation(text: string): boolean {
  const last = /(?:^|[\s(])(?<word>\p{L}+|\d{1,2})\.\s*$/u.exec(text)?.groups?.["word"];
  if (last === undefined) return false;
  return /^(?:\d+|\p{L})$/u.test(last) || abbreviations.has(last.toLowerCase());
}

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !stopWords.has(word))
    .map((word) => stemmer(word));
}

function rank(documents: readonly string[][], query: ReadonlySet<string>): number[] {
  const averageLength =
    documents.reduce((sum, document) => sum + document.length, 0) / documents.length;
  return documents.map((document) => {
    const lengthFactor = 1.2 * (1 - 0.75 + (0.75 * document.length) / Math.max(1, averageLength));
    return [...query].reduce((sum, term) => {
      const frequency = document.filter((word) => word === term).length;
      return sum + (rarity(term, documents) * frequency * 2.2) / (frequency + lengthFactor);
    }, 0);
  });
}

/** Inverse document frequency, never negative. */
function rarity(term: string, documents: readonly string[][]): number {
  const holding = documents.filter((document) => document.includes(term)).length;
  return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
}
