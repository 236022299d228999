import type { Value } from "../text/value.ts";
import { Word, wordOf } from "../text/word.ts";
import type { Span } from "./finding.ts";
import { beginningOf, stemOf } from "./inflected-word.ts";
import {
  findPhrase,
  findValue,
  isMeaningful,
  onlyValue,
  phraseText,
  type PhraseText,
} from "./planted-phrase.ts";
import { needleOf, type SearchedText } from "./searched-text.ts";

/** A phrase that is looked for, and what tells soon that it is not there: most are not. */
export interface SoughtPhrase {
  readonly phrase: PhraseText;
  /** The value that the phrase is. */
  readonly value: Value | undefined;
  /** Letters that stand in the compact form of every text with the phrase. */
  readonly stems: readonly string[];
}

/** Prepares a phrase; undefined for one that is never found. */
export function soughtPhrase(text: string): SoughtPhrase | undefined {
  const phrase = phraseText(text);
  if (!isMeaningful(phrase)) return undefined;
  return { phrase, value: onlyValue(phrase), stems: stemsOf(phrase) };
}

/** Finds the phrase as `findPhrase` does, but reads the words of a text only if it may be there. */
export function findSought(text: SearchedText, { phrase, value, stems }: SoughtPhrase): Span[] {
  if (value !== undefined) return findValue(text.values, value);
  const compact = text.compact.text;
  for (const stem of stems) if (!compact.includes(stem)) return [];
  return findPhrase(text.phrases, phrase);
}

/** The word for „‰“, which is written without its letters. */
const signWord = wordOf("Promille");

function stemsOf({ items }: PhraseText): string[] {
  return items
    .filter((item) => item instanceof Word)
    .filter((word) => beginningOf(word) !== beginningOf(signWord))
    .map((word) => needleOf(stemOf(word)).compact);
}
