import { functionWords } from "./stop-words.ts";
import { rolesOf } from "./values-roles.ts";
import { wordFlag, wordOf, wordProperty, type Word } from "./word.ts";

/** A word or sign as the readers of values see it. */
export interface TokenWord {
  readonly lower: string;
  /** As bits of `role`. */
  readonly roles: number;
}

/** A word without the invisible characters that belong to it, but not to its spelling, such as soft hyphens. */
export function contentWord(written: Word): Word {
  return hasInvisible(written) ? spelledWord(written) : written;
}

const invisible = /[\u00ad\u200b-\u200d\u2060]/gu;
const hasInvisible = wordFlag(({ text }) => text.search(invisible) >= 0);
const spelledWord = wordProperty(({ text }) => wordOf(text.replace(invisible, "")));

/** Function words and auxiliaries, in capital or small letters. */
export const isFunctionWord = wordFlag(({ text }) => functionWords.has(text.toLowerCase()));

/** What `tokenWord` tells of a word; two properties, since the readers of values go through all words. */
export const tokenLower = wordProperty(({ text }) => tokenWord(text).lower);
export const tokenRoles = wordProperty(({ text }) => tokenWord(text).roles);

/** Reads a word or sign for the readers of values. */
export function tokenWord(text: string): TokenWord {
  const lower = text.toLowerCase().replaceAll("i\u0307", "i");
  return { lower, roles: rolesOf(text, lower) };
}
