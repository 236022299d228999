import {
  isOfKind,
  letter,
  lower,
  nextOfKind,
  oneOf,
  space,
  startOfRun,
  upper,
} from "./character-kinds.ts";
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
  if (line.length > longestHeading || isHeadingEnd(line, line.length - 1)) return false;
  if (!beginsLarge(line) || isOpen(line)) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > mostHeadingWords) return false;
  const last = words.at(-1) ?? "";
  const beforeLast = words.at(-2) ?? "";
  if (isOfKind(last, 0, lower) && (!last.endsWith("n") || determiner.test(beforeLast)))
    return false;
  return questionWord.test(words[0] ?? "") || !words.slice(0, -1).some(isFiniteVerb);
}

const isHeadingEnd = oneOf(".!?…;");
const isHeadingSign = oneOf('"„(§');

/** With a capital or a digit, perhaps behind a sign. */
function beginsLarge(line: string): boolean {
  const behindSign = isHeadingSign(line, 0) ? 1 : 0;
  const at = isOfKind(line, behindSign, space) ? behindSign + 1 : behindSign;
  return isOfKind(line, at, upper) || isDigit(line, at);
}

const isDigit = oneOf("0123456789");
const isOpenEnd = oneOf("-,–/(„");

/** Whether a line stops where a phrase cannot end: after an article, a preposition, a comma. */
export function isOpen(line: string): boolean {
  if (isOpenEnd(line, line.length - 1)) return true;
  const end = line.endsWith(".") ? line.length - 1 : line.length;
  const start = startOfRun(line, end, letter);
  return start < end && isFunctionWord(line.slice(start, end));
}

/** Longest beginning of a line that counts as its first word, in characters. */
const longestFirst = 60;
const longFirst = /^\S{1,60}/u;

/**
 * Whether the first word of a line would still have had room on the line before, measured by the
 * widest line of the paragraph: then the author broke the line on purpose.
 */
export function isRoomLeft(previous: TextLine, line: TextLine, width: number): boolean {
  const end = nextOfKind(line.text, 0, space);
  const length = end <= longestFirst ? end : (longFirst.exec(line.text)?.[0].length ?? 0);
  return previous.text.length + 1 + length <= width;
}
