import type { AnswerIndex } from "../facts/answer-index.ts";
import { readContent, type ContentItem } from "../text/content-items.ts";
import { deniedItems } from "../text/negation.ts";
import type { TextRange } from "../text/text-span.ts";
import words from "./mention-words.json" with { type: "json" };

/** Does the answer assert what stands here, as much denied as the effect itself? */
export function isAsserted(index: AnswerIndex, place: TextRange, effect: string): boolean {
  if (isOnlySupposed(index, place)) return false;
  const { items } = index.content;
  const wanted = readContent(effect);
  const isWanted = carries(wanted.items, deniedItems(wanted));
  const found = firstItem(index, place.start);
  const last = items.findIndex(({ start }, at) => at >= found && start >= place.end);
  const range = { from: found, to: last < 0 ? items.length : last };
  return (
    isWanted ===
    carries(items.slice(range.from, range.to), index.denied.slice(range.from, range.to))
  );
}

/** Is one of the content words denied? */
function carries(items: readonly ContentItem[], denied: readonly boolean[]): boolean {
  return items.some((item, at) => !item.isFunction && denied[at] === true);
}

const conditions = new Set(words.conditions);

/** Asked, a condition (`sobald die Unterlagen vollständig sind`), or a part (`62 von 100 Punkten`). */
export function isOnlySupposed(index: AnswerIndex, { start }: TextRange): boolean {
  const { items, sentences } = index.content;
  const sentence = sentences[sentenceAt(index, start)];
  if (sentence?.isQuestion === true) return true;
  const at = firstItem(index, start);
  if (items[at - 1]?.lower === "von" && items[at - 2]?.value !== undefined) return true;
  const { clause } = items[at] ?? {};
  let first = at;
  while (first > (sentence?.from ?? 0) && items[first - 1]?.clause === clause) first -= 1;
  return [first, first + 1].some((number) => conditions.has(items[number]?.lower ?? ""));
}

/** Number of the first item that ends behind an offset; items are in reading order. */
function firstItem({ content: { items } }: AnswerIndex, offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of the sentence that an offset stands in. */
export function sentenceAt({ content: { sentences } }: AnswerIndex, offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
