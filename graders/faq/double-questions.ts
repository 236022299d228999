import type { Content } from "../text/content-items.ts";
import { sharesKey } from "../text/inflection.ts";
import type { QuestionPair } from "./question-pairs.ts";

/** Words that questions share without asking the same. */
const asking = /^(?:frage|kosten|kostet|gelten|gilt|brauchen|brauche|müssen|muss)$/u;
/** Share of common words from which on two questions are one. */
const doubleFrom = 0.75;

/** Questions that ask what an earlier one asks, in other words or the same. */
export function doubleQuestions(content: Content, pairs: readonly QuestionPair[]): QuestionPair[] {
  const asked = pairs.map((pair) => wordsOf(content, pair));
  return pairs.filter((_, at) => {
    return asked.slice(0, at).some((earlier) => overlap(earlier, asked[at] ?? []) >= doubleFrom);
  });
}

/** Words of a question that are looked at. */
const mostWords = 25;

type Word = { readonly lower: string; readonly keys: ReadonlySet<string> };

/** Content words; the question word too, for `Wann` and `Wo` ask for different things. */
function wordsOf({ items }: Content, { question: { from, to } }: QuestionPair): Word[] {
  return items
    .slice(from, to)
    .filter(
      ({ lower, isFunction }) => (!isFunction || lower.startsWith("w")) && !asking.test(lower),
    )
    .slice(0, mostWords);
}

/** Common words ÷ all words of both. */
function overlap(a: readonly Word[], b: readonly Word[]): number {
  const common = a.filter((word) => b.some((other) => isSame(word, other))).length;
  const all = a.length + b.length - common;
  return all <= 0 ? 0 : common / all;
}

function isSame(a: Word, b: Word): boolean {
  return a.lower === b.lower || sharesKey(a.keys, b.keys);
}
