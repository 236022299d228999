import type { Content, ContentItem } from "../text/content-items.ts";
import negation from "../text/negation-words.json" with { type: "json" };

const denials = new Set([...negation.following, ...negation.phrase]);
/** Words before and behind a place that are looked at. */
const reach = 25;

/** `Ob er 46 Euro kostet, weiß ich nicht`: nothing is said of it; not `…, ist nicht entschieden`. */
export function isLeftOpen({ items, sentences }: Content, at: number): boolean {
  const item = items[at];
  if (item === undefined || firstOfClause(items, at) !== "ob") return false;
  const { from = at, to = at } = sentences[item.sentence] ?? {};
  const others = items
    .slice(Math.max(from, at - reach), Math.min(to, at + reach))
    .filter(({ clause }) => clause !== item.clause);
  return (
    others.some(({ lower }) => unknown.test(lower)) ||
    (others.some(({ lower }) => denials.has(lower)) &&
      others.some(({ lower }) => knowing.test(lower)))
  );
}

const unknown = /^(?:unklar|unbekannt|ungewiss)$/u;
const knowing =
  /^(?:weiß|wissen|steht|hervor|angegeben|genannt|erwähnt|bekannt|sagt|sagen|gesagt|entnehmen|beantworten)$/u;

/** The first word of the clause, in lower case. */
export function firstOfClause(items: readonly ContentItem[], at: number): string {
  let first = at;
  while (first > at - reach && items[first - 1]?.clause === items[at]?.clause) first -= 1;
  return items[first]?.lower ?? "";
}
