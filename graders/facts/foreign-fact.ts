import type { ContentItem } from "../text/content-items.ts";
import { occurrencesOf, type AnswerIndex } from "./answer-index.ts";
import type { FactPhrase } from "./fact-phrase.ts";
import type { FactFinding, SearchOptions } from "./find-fact.ts";

/**
 * Looks for a fact in an answer that is not German. Of a phrase with values only the values are
 * judged; a phrase without values has to stand there word by word, an ending may follow
 * (`Bürgeramt'a`). Negation is not judged.
 */
export function findForeignFact(
  index: AnswerIndex,
  phrases: readonly FactPhrase[],
  options: SearchOptions,
): FactFinding {
  for (const phrase of phrases) {
    const place = phrase.parts.some(({ item }) => item.value !== undefined)
      ? valuesOf(index, phrase, options)
      : literally(index, phrase.text);
    if (place !== undefined) return { status: "met", place };
  }
  return { status: "missing" };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function valuesOf(
  index: AnswerIndex,
  phrase: FactPhrase,
  options: SearchOptions,
): Place | undefined {
  const items: ContentItem[] = [];
  for (const part of phrase.parts) {
    if (part.item.value === undefined) continue;
    const place = occurrencesOf(index, part, options.strict).find(({ isAsked }) => !isAsked);
    const item = place && index.content.items[place.at];
    if (item === undefined) return undefined;
    items.push(item);
  }
  const [first] = items;
  return first && { start: first.start, end: first.end };
}

/** Letters may follow, none may stand before; blanks and case do not matter. */
function literally(index: AnswerIndex, phrase: string): Place | undefined {
  const text = index.content.text.toLowerCase();
  const wanted = phrase.toLowerCase().replace(/\s+/gu, " ");
  if (text.length !== index.content.text.length) return undefined;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    if (!/\p{L}$/u.test(text.slice(Math.max(0, start - 2), start))) {
      return { start, end: start + wanted.length };
    }
  }
  return undefined;
}
