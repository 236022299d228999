import { remember } from "../remember.ts";
import { kindsOf, pointAt, space } from "../character-kinds.ts";
import { lengthOf } from "../length-of.ts";
import { NGramIndex, type Units } from "./n-gram-index.ts";
import { TokenIndex } from "./token-index.ts";

/** How chrF is computed. The defaults are those of the published name chrF2. */
export interface ChrfSettings {
  /** 0 for chrF2, 2 for chrF++. */
  readonly wordOrder?: number;
  /** Weight of recall; the published vectors of the oldest implementation use 3. */
  readonly beta?: number;
  /** F-score per order with a tiny floor, then the mean; else only orders that both texts have. */
  readonly epsilonSmoothing?: boolean;
}

const characterOrder = 6;
const epsilon = 1e-16;

/**
 * chrF of a text against a reference, 0 to 100 (Popović 2015, as sacrebleu computes it: character
 * n-grams up to 6, white space removed, beta 2, case kept). Print it as `chrF2`, with `wordOrder: 2`
 * as `chrF++`. Closeness to one wording, not quality.
 *
 * @example
 * chrf("Der Antrag ist da.", "Der Antrag ist da."); // 100
 */
export function chrf(
  hypothesis: string,
  reference: string,
  { wordOrder = 0, beta = 2, epsilonSmoothing = false }: ChrfSettings = {},
): number {
  const matches = characterMatches(hypothesis, reference);
  if (wordOrder > 0) matches.push(...wordMatches(hypothesis, reference, wordOrder));
  return 100 * (epsilonSmoothing ? smoothed(matches, beta) : effective(matches, beta));
}

/** N-grams of one order: how many each text has, and how many they share. */
interface Match {
  readonly hypothesis: number;
  readonly reference: number;
  readonly shared: number;
}

function characterMatches(hypothesis: string, reference: string): Match[] {
  return matchesOf(charactersOf(hypothesis), characterIndex(reference), characterOrder);
}

function wordMatches(hypothesis: string, reference: string, wordOrder: number): Match[] {
  const words = wordsOf(reference);
  const index = { nGrams: new TokenIndex([words], wordOrder), length: words.length };
  return matchesOf(wordsOf(hypothesis), index, wordOrder);
}

/** N-grams of a reference and how many units it has. */
interface Indexed<Own> {
  readonly nGrams: { readonly shared: (own: Own) => readonly number[] };
  readonly length: number;
}

const characterIndex = remember((text): Indexed<Units> => {
  const characters = charactersOf(text);
  return { nGrams: new NGramIndex([characters], characterOrder), length: characters.length };
});

function matchesOf<Own extends readonly unknown[]>(
  own: Own,
  wanted: Indexed<Own>,
  order: number,
): Match[] {
  const shared = wanted.nGrams.shared(own);
  const matches: Match[] = [];
  for (let index = 0; index < order; index += 1) {
    matches.push({
      hypothesis: Math.max(0, own.length - index),
      reference: Math.max(0, wanted.length - index),
      shared: shared[index] ?? 0,
    });
  }
  return matches;
}

/** Code points without white space. */
function charactersOf(text: string): number[] {
  const points: number[] = [];
  const length = lengthOf(text);
  for (let at = 0; at < length; at += 1) {
    const point = pointAt(text, at);
    if ((kindsOf(point) & space) !== 0) continue;
    points.push(point);
    if (point > 0xffff) at += 1;
  }
  return points;
}

/** Words with one mark at their end or else at their start taken off. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => {
      if (Array.from(word).length === 1) return [word];
      if (asciiMark.test(word.slice(-1))) return [word.slice(0, -1), word.slice(-1)];
      return asciiMark.test(word.slice(0, 1)) ? [word.slice(0, 1), word.slice(1)] : [word];
    });
}

const asciiMark = /[!-/:-@[-`{-~]/u;

/** Mean precision and recall over the orders that both texts have, then one F-score. */
function effective(matches: readonly Match[], beta: number): number {
  let [orders, precisions, recalls] = [0, 0, 0];
  for (const { hypothesis, reference, shared } of matches) {
    if (hypothesis === 0 || reference === 0) continue;
    orders += 1;
    precisions += shared / hypothesis;
    recalls += shared / reference;
  }
  return orders === 0 ? 0 : (fScore(precisions / orders, recalls / orders, beta) ?? 0);
}

function smoothed(matches: readonly Match[], beta: number): number {
  const scores = matches.map(({ shared, hypothesis, reference }) => {
    const precision = hypothesis > 0 ? shared / hypothesis : epsilon;
    const recall = reference > 0 ? shared / reference : epsilon;
    return fScore(precision, recall, beta) ?? epsilon;
  });
  return scores.reduce((sum, score) => sum + score, 0) / matches.length;
}

/** Undefined when both are 0. */
function fScore(precision: number, recall: number, beta: number): number | undefined {
  const weight = beta ** 2;
  const divisor = weight * precision + recall;
  return divisor > 0 ? ((1 + weight) * precision * recall) / divisor : undefined;
}
