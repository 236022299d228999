import { countNGrams } from "./n-grams.ts";

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
  const matches = [
    ...characterMatches(hypothesis, reference),
    ...wordMatches(hypothesis, reference, wordOrder),
  ];
  return 100 * (epsilonSmoothing ? smoothed(matches, beta) : effective(matches, beta));
}

/** N-grams of one order: how many each text has, and how many they share. */
interface Match {
  readonly hypothesis: number;
  readonly reference: number;
  readonly shared: number;
}

function characterMatches(hypothesis: string, reference: string): Match[] {
  const [own, wanted] = [charactersOf(hypothesis), charactersOf(reference)];
  return orders(characterOrder).map((order) => {
    const left = new Map<string, number>();
    for (const run of runsOf(wanted, order)) left.set(run, (left.get(run) ?? 0) + 1);
    return matchOf(runsOf(own, order), left, {
      hypothesis: Math.max(0, own.length - order + 1),
      reference: Math.max(0, wanted.length - order + 1),
    });
  });
}

function wordMatches(hypothesis: string, reference: string, wordOrder: number): Match[] {
  const [own, wanted] = [wordsOf(hypothesis), wordsOf(reference)];
  return orders(wordOrder).map((order) => {
    const left = countNGrams(wanted, order);
    const runs = [...countNGrams(own, order)].flatMap(([run, count]) =>
      Array.from({ length: count }, () => run),
    );
    return matchOf(runs, left, {
      hypothesis: runs.length,
      reference: Math.max(0, wanted.length - order + 1),
    });
  });
}

function orders(highest: number): number[] {
  return Array.from({ length: highest }, (_unused, index) => index + 1);
}

/** Every run uses up one of the reference's, so that long texts need no memory of their own. */
function matchOf(
  runs: Iterable<string>,
  left: Map<string, number>,
  counts: Omit<Match, "shared">,
): Match {
  let shared = 0;
  for (const run of runs) {
    const count = left.get(run);
    if (count === undefined || count === 0) continue;
    left.set(run, count - 1);
    shared += 1;
  }
  return { ...counts, shared };
}

/** Code points without white space: one string where each is one unit, which is faster to cut. */
function charactersOf(text: string): string | string[] {
  const bare = text.replace(/\s+/gu, "");
  return /[\u{d800}-\u{dfff}\u{10000}-\u{10ffff}]/u.test(bare) ? Array.from(bare) : bare;
}

function* runsOf(units: string | readonly string[], order: number): Generator<string> {
  for (let at = 0; at + order <= units.length; at += 1) {
    const run = units.slice(at, at + order);
    yield typeof run === "string" ? run : run.join("");
  }
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
  const used = matches.filter(({ hypothesis, reference }) => hypothesis > 0 && reference > 0);
  if (used.length === 0) return 0;
  const mean = (ratio: (match: Match) => number): number =>
    used.reduce((sum, match) => sum + ratio(match), 0) / used.length;
  const precision = mean(({ shared, hypothesis }) => shared / hypothesis);
  const recall = mean(({ shared, reference }) => shared / reference);
  return fScore(precision, recall, beta) ?? 0;
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
