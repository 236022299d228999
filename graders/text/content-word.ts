import { keysOf } from "./inflection.ts";
import { functionWords } from "./stop-words.ts";
import { rolesOf } from "./values-roles.ts";
import { wordOf, wordProperty, type Word } from "./word.ts";

/** What is asked of every word of a text by its items, kept together. */
export interface ContentWord {
  /** Without the invisible characters that belong to the word, but not to its spelling. */
  readonly word: Word;
  readonly lower: string;
  readonly keys: ReadonlySet<string>;
  readonly isFunction: boolean;
}

/** A word or sign as the readers of values see it. */
export interface TokenWord {
  readonly lower: string;
  /** As bits of `role`. */
  readonly roles: number;
}

/** Reads a word; soft hyphens and other invisible characters are left out. */
export const contentWord = wordProperty((written): ContentWord => {
  const word = wordOf(written.text.replace(/[\u00ad\u200b-\u200d\u2060]/gu, ""));
  const lower = word.text.toLowerCase();
  return { word, lower, keys: keysOf(word), isFunction: functionWords.has(lower) };
});

/** What `tokenWord` tells of a word; two properties, since the readers of values go through all words. */
export const tokenLower = wordProperty(({ text }) => tokenWord(text).lower);
export const tokenRoles = wordProperty(({ text }) => tokenWord(text).roles);

/** Reads a word or sign for the readers of values. */
export function tokenWord(text: string): TokenWord {
  const lower = text.toLowerCase().replaceAll("i\u0307", "i");
  return { lower, roles: rolesOf(text, lower) };
}
