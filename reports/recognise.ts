import type { Card } from "../core/card.ts";
import words from "./words/recognise.json" with { type: "json" };

/** A card has room for so many pieces of advice. */
const mostAdvice = 2;

/** Advice for every grader and class that has any; another language has to have the same. */
type Advice = typeof words;

/**
 * How somebody without this report would have noticed the failure: a German sentence for each grader
 * that objected, at most two; where none is known, the one for the class of the failure.
 */
export function recogniseSentences(card: Card): string[] {
  return adviceFrom(words, card);
}

/** The same out of the advice of another language. */
export function adviceFrom(advice: Advice, { reasons, class: failureClass }: Card): string[] {
  const known: Readonly<Record<string, string>> = advice.graders;
  const byGrader = reasons.flatMap(({ grader }) =>
    Object.hasOwn(known, grader) ? [known[grader] ?? ""] : [],
  );
  const sentences = [...new Set(byGrader)].slice(0, mostAdvice);
  return sentences.length > 0 ? sentences : [advice.classes[failureClass]];
}
