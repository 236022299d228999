import { breach, type PlainFinding, type PlainReading } from "./plain-reading.ts";

/** Uses of a second word for a thing that the text calls by another one more often or earlier. */
export function checkTerms({ style, terms }: PlainReading): PlainFinding[] {
  if (terms.length === 0) return [];
  const tokens = style.sentences.flatMap((sentence) => sentence.tokens);
  return terms.flatMap((group) => {
    const uses = group
      .map((term) => tokens.filter(({ lower }) => isFormOf(lower, term.toLowerCase())))
      .filter((found) => found.length > 0)
      .toSorted((a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
    return uses.slice(1).flatMap((found) => found.map((token) => breach("termConsistency", token)));
  });
}

/** The word itself or with an ending. */
function isFormOf(word: string, term: string): boolean {
  return word.startsWith(term) && /^(?:e?[ns]?|e[rm])$/u.test(word.slice(term.length));
}
