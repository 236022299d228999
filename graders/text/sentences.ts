import { rememberLatest } from "./remember-latest.ts";
import { endsSentence } from "./sentence-end.ts";
import { splitBlocks } from "./text-blocks.ts";
import { spansOf, type TextRange, type TextSpan } from "./text-span.ts";

/** A run of sentence marks with the closing quotes, brackets, emphasis and notes (`[1]`) behind it. */
const marks = /[.!?…]+/gu;
const closers = /["“”»«›‹'’)\]*_¹²³⁴⁵⁶⁷⁸⁹⁰]*(?:\[\d{1,3}\])*/uy;

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

function* findSentences(text: string): Generator<TextRange> {
  const lowerCaseOnly = !/\p{Lu}/u.test(text);
  for (const block of splitBlocks(text)) {
    for (const sentence of splitBlock(text, block, lowerCaseOnly)) {
      if (/[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end))) yield sentence;
    }
  }
}

function* splitBlock(text: string, block: TextRange, lowerCaseOnly: boolean): Generator<TextRange> {
  const content = text.slice(block.start, block.end);
  let start = 0;
  for (const mark of content.matchAll(marks)) {
    const markEnd = mark.index + mark[0].length;
    closers.lastIndex = markEnd;
    const end = markEnd + (closers.exec(content)?.[0].length ?? 0);
    const rest = /\S/u.exec(content.slice(end, end + 200));
    if (rest === null || rest.index === 0) continue;
    const next = end + rest.index;
    const place = { sentenceStart: start, mark: mark.index, markEnd, end, next, lowerCaseOnly };
    if (!endsSentence(content, place)) continue;
    yield { start: block.start + start, end: block.start + end };
    start = next;
  }
  if (start < content.length) yield { start: block.start + start, end: block.end };
}
