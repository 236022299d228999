import type { ContentItem } from "../text/content-items.ts";

/** Are the half and the end of the whole the wanted word: `Lohn` and `Gehaltsabrechnung` for `Lohnabrechnung`? */
export function completes(wanted: ContentItem, half: ContentItem, whole: ContentItem): boolean {
  for (const key of wanted.keys) {
    for (const start of half.keys) {
      if (key.length < start.length + shortestRest || !key.startsWith(start)) continue;
      if (hasEnd(whole.keys, key.slice(start.length))) return true;
    }
  }
  return false;
}

/** Shortest rest of a compound behind its first half. */
const shortestRest = 3;

function hasEnd(keys: ReadonlySet<string>, end: string): boolean {
  for (const key of keys) if (key.endsWith(end)) return true;
  return false;
}
