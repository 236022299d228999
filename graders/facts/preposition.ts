import type { ContentItem } from "../text/content-items.ts";
import words from "../text/negation-words.json" with { type: "json" };
import { wordProperty } from "../text/word.ts";

const opposites = new Map<string, Set<string>>();
for (const [one, other] of words.opposites) {
  if (one === undefined || other === undefined) continue;
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
  opposites.set(other, (opposites.get(other) ?? new Set()).add(one));
}
const hasOpposite = wordProperty((word): boolean => opposites.has(word.text.toLowerCase()));

/** How far back the small word may stand: `nach der ersten`, `bis zum`. */
const reach = 3;

/** The nearest small word before an item that has an opposite: `vor`, `nach`, `ab`, `bis` … */
export function prepositionBefore(items: readonly ContentItem[], at: number): string | undefined {
  const clause = items[at]?.clause;
  for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
    const item = items[back];
    if (item === undefined || item.clause !== clause) return undefined;
    if (hasOpposite(item.word)) return item.lower;
    if (!item.isFunction) return undefined;
  }
  return undefined;
}

/** Does an item stand behind the opposite of a small word? `vor` and `nach` turn a fact round, a missing word does not. */
export function standsOpposite(
  items: readonly ContentItem[],
  at: number,
  wanted: string | undefined,
): boolean {
  if (wanted === undefined) return false;
  const found = prepositionBefore(items, at);
  return found !== undefined && opposites.get(wanted)?.has(found) === true;
}
