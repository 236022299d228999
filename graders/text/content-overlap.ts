import type { Content, ContentItem } from "./content-items.ts";
import { keysOf } from "./inflection.ts";
import { sameValue } from "./values-same.ts";
import type { Value } from "./value.ts";
import { wordFlag, type Word } from "./word.ts";

/** The words and values of a text, to compare other texts with. */
export interface Vocabulary {
  readonly keys: ReadonlySet<string>;
  readonly values: readonly Value[];
  /** Has it a key of the word, or a part of one? */
  readonly knowsWord: (word: Word) => boolean;
}

export function vocabularyOf(contents: readonly Content[]): Vocabulary {
  const items = contents.flatMap((content) => content.items);
  const values = new Map(
    items.flatMap(({ value }) =>
      value === undefined ? [] : [[`${value.kind} ${value.canonical}`, value] as const],
    ),
  );
  const words = items.filter((item) => item.value === undefined && !item.isFunction);
  const keys = new Set(words.flatMap((item) => [...item.keys]));
  return { keys, values: [...values.values()], knowsWord: wordsKnownTo(keys) };
}

/** Does the vocabulary know this word or value? Compounds count by their last or first part. */
export function knowsItem(vocabulary: Vocabulary, item: ContentItem): boolean {
  const { value } = item;
  if (value === undefined) return vocabulary.knowsWord(item.word);
  for (const known of vocabulary.values) {
    if (sameValue(value, known) || sameValue(known, value)) return true;
  }
  return false;
}

/** The same few words are asked for in every answer to a case. */
function wordsKnownTo(keys: ReadonlySet<string>): Vocabulary["knowsWord"] {
  let edges: KeyEdges | undefined;
  return wordFlag((word) => {
    edges ??= edgesOf(keys);
    for (const key of keysOf(word)) if (keys.has(key) || knowsPart(keys, edges, key)) return true;
    return false;
  });
}

/** Shortest part of a compound that is looked at, and longest word that is cut up. */
const shortestPart = 5;
const longestWord = 40;

/** How the keys begin and end, to tell at once what is no part of a word. */
interface KeyEdges {
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

function edgesOf(keys: ReadonlySet<string>): KeyEdges {
  const long = [...keys].filter((key) => key.length >= shortestPart);
  return {
    starts: new Set(long.map((key) => key.slice(0, shortestPart))),
    ends: new Set(long.map((key) => key.slice(-shortestPart))),
  };
}

function knowsPart(keys: ReadonlySet<string>, { starts, ends }: KeyEdges, key: string): boolean {
  if (key.length > longestWord || key.length < shortestPart + 3) return false;
  if (!starts.has(key.slice(0, shortestPart)) && !ends.has(key.slice(-shortestPart))) return false;
  for (let length = key.length - 3; length >= shortestPart; length -= 1) {
    if (keys.has(key.slice(-length)) || keys.has(key.slice(0, length))) return true;
  }
  return false;
}
