import { endOfRun, letter, nextOfKind, number, oneOf, space, upper } from "./character-kinds.ts";
import { rememberLatest } from "./remember-latest.ts";
import { endsSentence } from "./sentence-end.ts";
import { splitBlocks } from "./text-blocks.ts";
import { spansOf, type TextRange, type TextSpan } from "./text-span.ts";

/** Sentence marks, and the closing quotes, brackets and emphasis that can stand behind them. */
const isMark = oneOf(".!?…");
const isCloser = oneOf("\"“”»«›‹'’)]*_¹²³⁴⁵⁶⁷⁸⁹⁰");
/** Notes behind a mark: `[1]`. */
const notes = /(?:\[\d{1,3}\])*/uy;
const isNote = oneOf("[");
/** How far behind a mark the next word is looked for. */
const longestGap = 200;

/**
 * Sentences of a German text with their offsets, without white space at their ends. A sentence ends
 * at `.`, `!`, `?` or `…` before white space; abbreviations, ordinals and dates do not end it; a
 * blank line, a list item and a heading do, a single line break does not. Passages without a letter
 * or digit are no sentences. Time grows linearly with the text.
 *
 * @example
 * splitSentences("Das steht in § 3 Abs. 2 SGB X. Dr. Müller hilft.").length; // 2
 */
export const splitSentences = rememberLatest((text: string): readonly TextSpan[] =>
  spansOf(text, findSentences),
);

function findSentences(text: string): TextRange[] {
  const lowerCaseOnly = nextOfKind(text, 0, upper) === text.length;
  const sentences: TextRange[] = [];
  for (const block of splitBlocks(text)) splitBlock(text, { block, lowerCaseOnly }, sentences);
  return sentences;
}

interface Passage {
  readonly block: TextRange;
  /** Stands in a text without any capital. */
  readonly lowerCaseOnly: boolean;
}

function splitBlock(text: string, { block, lowerCaseOnly }: Passage, found: TextRange[]): void {
  const content = text.slice(block.start, block.end);
  const { length } = content;
  let start = 0;
  for (let mark = 0; mark < length; mark += 1) {
    if (!isMark(content, mark)) continue;
    const markEnd = endOfMarks(content, mark);
    const end = endOfClosers(content, markEnd);
    const next = endOfRun(content, end, space);
    const isGap = next > end && next < length && next < end + longestGap;
    const place = { sentenceStart: start, mark, markEnd, end, next, lowerCaseOnly };
    mark = markEnd - 1;
    if (!isGap || !endsSentence(content, place)) continue;
    if (hasWord(content, start, end))
      found.push({ start: block.start + start, end: block.start + end });
    start = next;
  }
  if (hasWord(content, start, length)) found.push({ start: block.start + start, end: block.end });
}

function endOfMarks(text: string, mark: number): number {
  let end = mark + 1;
  while (isMark(text, end)) end += 1;
  return end;
}

function endOfClosers(text: string, markEnd: number): number {
  let end = markEnd;
  while (isCloser(text, end)) end += 1;
  if (!isNote(text, end)) return end;
  notes.lastIndex = end;
  return end + (notes.exec(text)?.[0].length ?? 0);
}

/** Is there a letter or a digit? */
function hasWord(text: string, start: number, end: number): boolean {
  return nextOfKind(text, start, letter | number) < end;
}
