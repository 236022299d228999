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
  const [before, word] = [items[at - 3]?.lower ?? "", items[at - 2]];
  const accepted = exceeding.get(word?.lower ?? "");
  if (items[at - 1]?.lower !== "als" || word?.clause !== items[at]?.clause) return undefined;
  if (accepted === undefined)
    return isDenied && comparatives.has(word?.lower ?? "") ? "limits" : undefined;
  if (wanted !== undefined && accepted.includes(wanted)) return undefined;
  return isDenied || denials.has(before) ? "limits" : "differs";
}
