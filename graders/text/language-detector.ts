import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/large";
import type { TextPart } from "./eld-words.ts";
import { LanguageScorer, type LanguageScores } from "./language-scores.ts";
import { readEldData, type EldData } from "./read-eld-data.ts";

type Detector = Pick<typeof eld, "detect">;

/** Best guess and its score against the expected language, both 0..1; `""` for no guess. */
export interface LanguageGuess {
  readonly language: string;
  readonly score: number;
  readonly expectedScore: number;
}

/**
 * Guesses the language of a piece of text with eld, size large (Apache-2.0). The database (about
 * 40 MB of memory, half a second) is read at the first call and then kept: a run that never asks
 * for a language never pays for it. eld reads the first 350 bytes of what it is given.
 * Most pieces are reckoned by `LanguageScorer`, which comes to the same as eld itself, faster and
 * with a tenth of the memory; eld is loaded only for words longer than it reads.
 */
export function guessLanguage(piece: TextPart, expected: string): LanguageGuess {
  data ??= readEldData();
  scorer ??= new LanguageScorer(data);
  const scores = scorer.score(piece);
  if (scores === undefined) return askEld(piece, expected);
  const best = indexOfLargest(scores.sums);
  return {
    language: data.languages[best] ?? "",
    score: scaled(scores, best),
    expectedScore: scaled(scores, data.numbers.get(expected) ?? -1),
  };
}

let data: EldData | undefined;
let scorer: LanguageScorer | undefined;

/** The first of the largest sums above 0; -1 for none. */
function indexOfLargest(sums: Int32Array): number {
  let best = -1;
  for (let at = 0; at < sums.length; at += 1) {
    if ((sums[at] ?? 0) > (best < 0 ? 0 : (sums[best] ?? 0))) best = at;
  }
  return best;
}

/** Raw scores of about 25 an n-gram become 0.5, as in eld. */
function scaled({ sums, ngrams }: LanguageScores, language: number): number {
  const perNgram = (sums[language] ?? 0) / Math.max(1, ngrams);
  return perNgram / (perNgram + 25);
}

function askEld({ text, from, to }: TextPart, expected: string): LanguageGuess {
  const result = detector().detect(text.slice(from, to));
  const scores = result.getScores();
  return {
    language: result.language,
    score: scores[result.language] ?? 0,
    expectedScore: scores[expected] ?? 0,
  };
}

let loaded: Detector | undefined;

/** Graders are synchronous, so the module is required and not imported when it is first needed. */
function detector(): Detector {
  loaded ??= loadDetector();
  return loaded;
}

function loadDetector(): Detector {
  const require = createRequire(import.meta.url);
  const module = require(fileURLToPath(import.meta.resolve("eld/large"))) as { eld: Detector };
  return module.eld;
}
