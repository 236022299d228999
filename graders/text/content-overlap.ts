import type { Content, ContentItem } from "./content-items.ts";
import { sameValue } from "./values-same.ts";
import type { Value } from "./value.ts";

/** The words and values of a text, to compare other texts with. */
export interface Vocabulary {
  readonly keys: ReadonlySet<string>;
  readonly values: readonly Value[];
}

export function vocabularyOf(contents: readonly Content[]): Vocabulary {
  const items = contents.flatMap((content) => content.items);
  const values = new Map(
    items.flatMap(({ value }) =>
      value === undefined ? [] : [[`${value.kind} ${value.canonical}`, value] as const],
    ),
  );
  const words = items.filter((item) => item.value === undefined && !item.isFunction);
  return {
    keys: new Set(words.flatMap(({ keys }) => [...keys])),
    values: [...values.values()],
  };
}

/** Does the vocabulary know this word or value? Compounds count by their last or first part. */
export function knowsItem(vocabulary: Vocabulary, item: ContentItem): boolean {
  const { value } = item;
  if (value !== undefined) {
    return vocabulary.values.some((known) => sameValue(value, known) || sameValue(known, value));
  }
  for (const key of item.keys) {
    if (vocabulary.keys.has(key) || knowsPart(vocabulary, key)) return true;
  }
  return false;
}

/** Shortest part of a compound that is looked at, and longest word that is cut up. */
const shortestPart = 5;
const longestWord = 40;

function knowsPart({ keys }: Vocabulary, key: string): boolean {
  if (key.length > longestWord) return false;
  for (let length = key.length - 3; length >= shortestPart; length -= 1) {
    if (keys.has(key.slice(-length)) || keys.has(key.slice(0, length))) return true;
  }
  return false;
}
