import type { ContentItem } from "../text/content-items.ts";
import words from "../text/negation-words.json" with { type: "json" };

/** `mehr` or `weniger`, and the small words of a fact that mean the same before a value. */
const exceeding: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(words.exceeding));
const comparatives = new Set(words.comparatives);
const denials = new Set([...words.following, ...words.phrase]);

/**
 * How the answer compares with the value: `mehr als 37 Euro` are not 37 Euro (`differs`), unless
 * the fact says `mehr` or `über` itself. What is denied, as in `nicht mehr als 37 Euro` or
 * `niemand darf schneller als 30 km/h fahren`, is a limit and states the value (`limits`).
 */
export function comparisonWith(
  items: readonly ContentItem[],
  place: { readonly at: number; readonly isDenied: boolean },
  wanted: string | undefined,
): "differs" | "limits" | undefined {
  const { at, isDenied } = place;
  if (staysApart(items, at, wanted)) return "differs";
  const word = items[at - 2];
  if (items[at - 1]?.lower !== "als" || word?.clause !== items[at]?.clause) return undefined;
  const accepted = exceeding.get(word?.lower ?? "");
  if (accepted === undefined)
    return isDenied && comparatives.has(word?.lower ?? "") ? "limits" : undefined;
  if (wanted !== undefined && accepted.includes(wanted)) return undefined;
  return isDenied || denials.has(items[at - 3]?.lower ?? "") ? "limits" : "differs";
}

/** `kostet unter 46 Euro`, `liegt über 46 Euro`: not 46 Euro, unless the fact says so itself. */
function staysApart(
  items: readonly ContentItem[],
  at: number,
  wanted: string | undefined,
): boolean {
  const [word, value] = [items[at - 1]?.lower, items[at]];
  if (value?.value?.kind !== "money" || (word !== "unter" && word !== "über")) return false;
  if (wanted === word) return false;
  return [items[at - 2], items[at - 3], items[at + 1]].some((item) => {
    return item?.clause === value.clause && pricing.test(item.lower);
  });
}

const pricing = /^(?:kost|beträg|betrag|lieg|lag)/u;
