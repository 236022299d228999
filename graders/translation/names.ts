import { readContent, type ContentItem } from "../text/content-items.ts";
import { plainSpelling } from "../text/plain-letters.ts";
import { wordProperty } from "../text/word.ts";

/** Shorter words are rarely names. */
const shortestName = 3;

/** A name and how it is looked up in an answer. */
export interface WantedName {
  readonly name: string;
  readonly lower: string;
  /** What is left when the last letters change; undefined for an address. */
  readonly stem: string | undefined;
}

/**
 * Names that a translation has to keep: words that stand in source and reference alike and are
 * capitalised inside a sentence on the side that is not German, where nouns are not; e-mail and web
 * addresses. Each once.
 */
export function wantedNames(source: string, reference: string, language: string): WantedName[] {
  const [shown, other] = language === "de" ? [source, reference] : [reference, source];
  const known = new Set(readContent(other).items.map((item) => bare(item)));
  const { items } = readContent(shown);
  const names = items.filter((item, at) => {
    if (item.value !== undefined || !known.has(bare(item))) return false;
    if (isAddress(item.text)) return true;
    const isInside = items[at - 1]?.sentence === item.sentence;
    return isInside && /^\p{Lu}/u.test(item.text) && bare(item).length >= shortestName;
  });
  return [...new Set(names.map(bare))].map(readName);
}

/** A name may change its last letters: Polish `w Musterfurcie`, Turkish `Musterfurt'ta`. */
function readName(name: string): WantedName {
  const lower = plainSpelling(name);
  const stem = lower.slice(0, Math.max(shortestName, lower.length - 2));
  return { name, lower, stem: isAddress(name) ? undefined : stem };
}

/** The words of an answer, to look names up in. */
export function answerWords(answer: string): string[] {
  return readContent(answer).items.map(({ word }) => foldedName(word));
}

/** Does one of the words of an answer keep the name? */
export function keepsName(words: readonly string[], { lower, stem }: WantedName): boolean {
  for (const word of words) {
    if (stem === undefined ? word === lower : word.startsWith(stem)) return true;
  }
  return false;
}

/** Without what an apostrophe parts from it. */
function bare({ text }: Pick<ContentItem, "text">): string {
  return text.replace(/['’].{0,6}$/su, "");
}

/** `Yildiz` and `Yıldız` are one name. */
const foldedName = wordProperty((word) => plainSpelling(bare(word)));

function isAddress(text: string): boolean {
  return text.includes("@") || /^(?:www\.|https?:)/u.test(text);
}
