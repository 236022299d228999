import type { TextRange } from "../text/text-span.ts";

/** A term of the glossary with the translations that are right for it. */
export interface Term {
  readonly name: string;
  readonly translations: readonly string[];
}

/** Reads `Widerspruch = objection / appeal`; without ` = ` the term is its own translation. */
export function readTerm(authored: string): Term {
  const [name = "", translations = name] = authored.normalize("NFC").split(/\s+=\s+/u);
  const all = translations.split(/\s+\/\s+/u).map((one) => one.trim());
  return { name: name.trim(), translations: all.filter((one) => one !== "") };
}

/**
 * Where an answer uses one of the translations: case, apostrophes, blanks and hyphens do not matter, words
 * of four letters or more may carry an ending, Arabic words also an article or preposition.
 */
export function placeOfTerm(answer: string, { translations }: Term): TextRange | undefined {
  for (const translation of translations) {
    const match = patternOf(translation).exec(answer);
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
