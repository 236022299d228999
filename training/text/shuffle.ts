import { hashOf } from "./likeness.ts";

/** The same order every time for the same key: by a hash of key and place. */
export function shuffled<Item>(items: readonly Item[], key: string): Item[] {
  return items
    .map((item, place) => ({ item, place, rank: hashOf(`${key}#${place}`) }))
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item);
}
