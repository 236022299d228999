import { rememberObject } from "../remember-object.ts";
import { TokenIndex } from "./token-index.ts";
import { tokenizers, type TokenizerName } from "./tokenizers.ts";

/** A hypothesis and the references it is compared with. */
export interface BleuSegment {
  readonly hypothesis: string;
  readonly references: readonly string[];
}

const maximumOrder = 4;

/**
 * BLEU of a corpus, 0 to 100 (Papineni 2002, as sacrebleu computes it: exponential smoothing,
 * closest reference length, order 4, effective order, case kept). Print it as `BLEU (13a, exp)`. On
 * one sentence it is unstable; chrF2 is the better number there.
 *
 * @example
 * bleu([{ hypothesis: "The dog bit the man.", references: ["The dog bit the man."] }]); // 100
 */
export function bleu(segments: readonly BleuSegment[], tokenizer: TokenizerName = "13a"): number {
  const correct: number[] = [];
  const possible: number[] = [];
  let length = 0;
  let referenceLength = 0;
  for (const { hypothesis, references } of segments) {
    const tokens = tokenizers[tokenizer](hypothesis);
    const wanted = prepared[tokenizer](references);
    length += tokens.length;
    referenceLength += closestLength(tokens.length, wanted.lengths);
    const shared = wanted.nGrams.shared(tokens);
    for (let index = 0; index < maximumOrder; index += 1) {
      correct[index] = (correct[index] ?? 0) + (shared[index] ?? 0);
      possible[index] = (possible[index] ?? 0) + Math.max(0, tokens.length - index);
    }
  }
  const brevity = length >= referenceLength ? 1 : Math.exp(1 - referenceLength / length);
  return length === 0 ? 0 : 100 * brevity * meanPrecision(correct, possible);
}

type References = readonly string[];

/** References prepared once for all hypotheses, by tokenizer. */
const prepared = {
  none: rememberObject((references: References) => prepare(references, "none")),
  "13a": rememberObject((references: References) => prepare(references, "13a")),
  intl: rememberObject((references: References) => prepare(references, "intl")),
} as const;

function prepare(references: References, tokenizer: TokenizerName) {
  const cut = references.map(tokenizers[tokenizer]);
  return { nGrams: new TokenIndex(cut, maximumOrder), lengths: cut.map(({ length }) => length) };
}

/** Length of the reference nearest to the hypothesis; of two equally near ones the shorter. */
function closestLength(length: number, references: readonly number[]): number {
  let best = references[0] ?? 0;
  for (const other of references) {
    const [gap, least] = [Math.abs(other - length), Math.abs(best - length)];
    if (gap < least || (gap === least && other < best)) best = other;
  }
  return best;
}

/** Geometric mean over the orders the hypothesis is long enough for. */
function meanPrecision(correct: readonly number[], possible: readonly number[]): number {
  if (correct.every((count) => count === 0)) return 0;
  let smoothing = 1;
  let logarithms = 0;
  let orders = 0;
  for (let index = 0; index < maximumOrder; index += 1) {
    const all = possible[index] ?? 0;
    if (all === 0) break;
    const matched = correct[index] ?? 0;
    if (matched === 0) smoothing *= 2;
    logarithms += Math.log(matched === 0 ? 1 / (smoothing * all) : matched / all);
    orders += 1;
  }
  return Math.exp(logarithms / orders);
}
