import type { TextRange } from "../text/text-span.ts";

/** A term of the glossary and how to find its right translations. */
export interface Term {
  readonly name: string;
  /** Each matches one of the translations. */
  readonly patterns: readonly RegExp[];
}

/** Reads `Widerspruch = objection / appeal`; without ` = ` the term is its own translation. */
export function readTerm(authored: string): Term {
  const [name = "", translations = name] = authored.normalize("NFC").split(/\s+=\s+/u);
  const all = translations
    .split(/\s+\/\s+/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return { name: name.trim(), patterns: all.map(patternOf) };
}

/**
 * Where an answer uses one of the translations: case, apostrophes, blanks and hyphens do not matter, words
 * of four letters or more may carry an ending, Arabic words also an article or preposition.
 */
export function placeOfTerm(answer: string, { patterns }: Term): TextRange | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(answer);
    if (match !== null) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const shortestWithEnding = 4;

function patternOf(translation: string): RegExp {
  const words = translation.split(/\s+/u).map((word) => {
    const literal = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
    const anyApostrophe = literal
      .replaceAll(/['’]/gu, "['’]")
      .replaceAll("-", String.raw`[\s\u2010\u2011-]?`);
    const isLong = word.length >= shortestWithEnding && /[\p{L}\p{M}]$/u.test(word);
    return isLong ? String.raw`${anyApostrophe}(?:['’]?[\p{L}\p{M}]{1,4})?` : anyApostrophe;
  });
  const isArabic = /^\p{Script=Arabic}/u.test(translation);
  const before = isArabic ? String.raw`(?<![\p{L}\p{M}])\p{L}{0,3}` : String.raw`(?<![\p{L}\p{M}])`;
  return new RegExp(`${before}${words.join(String.raw`[\s*_-]{1,4}`)}(?![\\p{L}\\p{M}])`, "iu");
}
