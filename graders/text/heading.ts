import { isFiniteVerb, isFunctionWord } from "./sentence-words.ts";
import type { TextLine } from "./text-lines.ts";

const longestHeading = 80;
const mostHeadingWords = 10;
const questionWord = /^(?:Wie|Was|Wer|Wo|Wann|Warum|Welche[rsn]?|Wohin|Wofür|So)$/u;
const determiner = /^(?:d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|ihre[nmrs]?)$/iu;

/**
 * Whether a line at the beginning of a paragraph reads like a heading: short, without punctuation
 * at its end, without a finite verb, and not broken off in the middle of a phrase.
 */
export function isHeading(line: string): boolean {
  if (line.length > longestHeading || !/^["„(§]?\s?[\p{Lu}\d]/u.test(line)) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > mostHeadingWords || isOpen(line)) return false;
  if (/[.!?…;]$/u.test(line)) return false;
  const last = words.at(-1) ?? "";
  const beforeLast = words.at(-2) ?? "";
  if (/^\p{Ll}/u.test(last) && (!last.endsWith("n") || determiner.test(beforeLast))) return false;
  return questionWord.test(words[0] ?? "") || !words.slice(0, -1).some(isFiniteVerb);
}

/** Whether a line stops where a phrase cannot end: after an article, a preposition, a comma. */
export function isOpen(line: string): boolean {
  if (/[-,–/(„]$/u.test(line)) return true;
  const last = /\p{L}+\.?$/u.exec(line.slice(-40))?.[0];
  return last !== undefined && isFunctionWord(last.replace(".", ""));
}

/**
 * Whether the first word of a line would still have had room on the line before, measured by the
 * widest line of the paragraph: then the author broke the line on purpose.
 */
export function isRoomLeft(previous: TextLine, line: TextLine, width: number): boolean {
  const firstWord = /^\S{1,60}/u.exec(line.text)?.[0] ?? "";
  return previous.text.length + 1 + firstWord.length <= width;
}
