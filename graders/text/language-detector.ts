import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/large";

type Detector = Pick<typeof eld, "detect">;

/** Best guess and its score against the expected language, both 0..1; `""` for no guess. */
export interface LanguageGuess {
  readonly language: string;
  readonly score: number;
  readonly expectedScore: number;
}

/**
 * Guesses the language of a piece of text with eld, size large (Apache-2.0). The database (about
 * 400 MB of memory, one to two seconds) is loaded at the first call and then kept: a run that
 * never asks for a language never pays for it. eld reads the first 350 bytes of what it is given.
 */
export function guessLanguage(piece: string, expected: string): LanguageGuess {
  const result = detector().detect(piece);
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
