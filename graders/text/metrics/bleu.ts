import { countNGrams, minimum, total, type Counts } from "./n-grams.ts";
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
  const split = tokenizers[tokenizer];
  const correct = Array.from({ length: maximumOrder }, () => 0);
  const possible = Array.from({ length: maximumOrder }, () => 0);
  let length = 0;
  let referenceLength = 0;
  for (const { hypothesis, references } of segments) {
    const tokens = split(hypothesis);
    const wanted = references.map(split);
    length += tokens.length;
    referenceLength += closestLength(tokens.length, wanted);
    for (let order = 1; order <= maximumOrder; order += 1) {
      const counts = countNGrams(tokens, order);
      const limits = mostOf(wanted.map((reference) => countNGrams(reference, order)));
      correct[order - 1] = (correct[order - 1] ?? 0) + total(minimum(counts, limits));
      possible[order - 1] = (possible[order - 1] ?? 0) + total(counts);
    }
  }
  const brevity = length >= referenceLength ? 1 : Math.exp(1 - referenceLength / length);
  return length === 0 ? 0 : 100 * brevity * meanPrecision(correct, possible);
}

/** Length of the reference nearest to the hypothesis; of two equally near ones the shorter. */
function closestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((reference) => reference.length).toSorted((a, b) => a - b);
  return lengths.reduce(
    (best, other) => (Math.abs(other - length) < Math.abs(best - length) ? other : best),
    lengths[0] ?? 0,
  );
}

/** For each n-gram the highest count in any reference. */
function mostOf(references: readonly Counts[]): Counts {
  const most = new Map<string, number>();
  for (const [nGram, count] of references.flatMap((counts) => [...counts])) {
    most.set(nGram, Math.max(most.get(nGram) ?? 0, count));
  }
  return most;
}

/** Geometric mean over the orders the hypothesis is long enough for. */
function meanPrecision(correct: readonly number[], possible: readonly number[]): number {
  if (correct.every((count) => count === 0)) return 0;
  let smoothing = 1;
  let logarithms = 0;
  let orders = 0;
  for (const [index, all] of possible.entries()) {
    if (all === 0) break;
    const matched = correct[index] ?? 0;
    if (matched === 0) smoothing *= 2;
    logarithms += Math.log(matched === 0 ? 1 / (smoothing * all) : matched / all);
    orders += 1;
  }
  return Math.exp(logarithms / orders);
}
