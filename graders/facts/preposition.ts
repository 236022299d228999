import type { ContentItem } from "../text/content-items.ts";
import words from "../text/negation-words.json" with { type: "json" };

const opposites = new Map<string, Set<string>>();
for (const [one, other] of words.opposites) {
  if (one === undefined || other === undefined) continue;
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
  opposites.set(other, (opposites.get(other) ?? new Set()).add(one));
}

/** How far back the small word may stand: `nach der ersten`, `bis zum`. */
const reach = 3;

/** The nearest small word before an item that has an opposite: `vor`, `nach`, `ab`, `bis` … */
export function prepositionBefore(items: readonly ContentItem[], at: number): string | undefined {
  const clause = items[at]?.clause;
  for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
    const item = items[back];
    if (item === undefined || item.clause !== clause) return undefined;
    if (opposites.has(item.lower)) return item.lower;
    if (!item.isFunction) return undefined;
  }
  return undefined;
}

/** `vor` and `nach` turn a fact round; a missing word does not. */
export function areOpposite(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return opposites.get(one)?.has(other) === true;
}
