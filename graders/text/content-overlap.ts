import type { Content, ContentItem } from "./content-items.ts";
import { rememberObject } from "./remember-object.ts";
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

/** How the keys begin and end, to tell at once what is no part of a word. */
const edgesOf = rememberObject((keys: ReadonlySet<string>) => {
  const long = [...keys].filter((key) => key.length >= shortestPart);
  return {
    starts: new Set(long.map((key) => key.slice(0, shortestPart))),
    ends: new Set(long.map((key) => key.slice(-shortestPart))),
  };
});

function knowsPart({ keys }: Vocabulary, key: string): boolean {
  if (key.length > longestWord || key.length < shortestPart + 3) return false;
  const { starts, ends } = edgesOf(keys);
  if (!starts.has(key.slice(0, shortestPart)) && !ends.has(key.slice(-shortestPart))) return false;
  for (let length = key.length - 3; length >= shortestPart; length -= 1) {
    if (keys.has(key.slice(-length)) || keys.has(key.slice(0, length))) return true;
  }
  return false;
}
