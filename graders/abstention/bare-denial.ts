import { readContent, type Content } from "../text/content-items.ts";
import data from "./bare-denials.json" with { type: "json" };

const words = new Set(data.words);
const denials = new Set(data.denials);
const openers = new Set(data.openers);

/** More words say something. */
const longestDenial = 12;

/** `Das geht leider nicht.`: nothing but a no. */
export function isBareDenial({ items }: Content): boolean {
  if (items.length === 0 || items.length > longestDenial) return false;
  const isBare = items.every(
    (item) => item.value === undefined && (item.isFunction || words.has(item.lower)),
  );
  return isBare && items.some(({ lower }) => denials.has(lower));
}

/** Words before the one that opens a question: `Bis zu welchem Tag …?` */
const openerReach = 4;

/** Asks when, where, how much and the like, and not whether. */
export function asksOpenly(question: string): boolean {
  const { items, sentences } = readContent(question.normalize("NFC"));
  const asked = sentences.filter(({ isQuestion }) => isQuestion);
  return (
    asked.length > 0 &&
    asked.every(({ from, to }) =>
      items.slice(from, Math.min(to, from + openerReach)).some(({ lower }) => openers.has(lower)),
    )
  );
}
