import { splitSentences } from "../text/sentences.ts";
import type { TextRange } from "../text/text-span.ts";

/** A list item with what belongs to it, a table row, or a sentence. */
export interface ClaimUnit extends TextRange {
  readonly isItem: boolean;
  readonly indent: number;
}

/** List items and table rows by line, all else by sentence. */
export function unitsOf(answer: string): ClaimUnit[] {
  const units: ClaimUnit[] = [];
  let item: (ClaimUnit & { end: number }) | undefined;
  for (const sentence of splitSentences(answer)) {
    const { start, end } = sentence;
    const prefix = answer.slice(start - prefixLength(answer, start), start);
    if (item !== undefined && !hasLineBreak(answer, item.end, start)) item.end = end;
    else if (beginsItem(prefix, sentence.text)) {
      item = { start, end, isItem: true, indent: blanksBefore(prefix) };
      units.push(item);
    } else if (item !== undefined && !hasBlankLine(answer, item.end, start)) item.end = end;
    else {
      item = undefined;
      units.push({ start, end, isItem: false, indent: 0 });
    }
  }
  return units;
}

const marker = /^[ \t]*(?:[-*•–+]|\d{1,3}[.)]|\|)[ \t]*[*_]*$/u;
const numbered = /^(?:\d{1,3}[.)]|[-*•–+]|\|)\s/u;

function beginsItem(prefix: string, sentence: string): boolean {
  return (prefix !== "" && marker.test(prefix)) || numbered.test(sentence.slice(0, 8));
}

/** Characters between the beginning of the line and an offset, when they are few. */
function prefixLength(answer: string, offset: number): number {
  const first = Math.max(0, offset - 16);
  let start = offset;
  while (start > first && answer.charCodeAt(start - 1) !== lineBreak) start -= 1;
  return offset - start;
}

const lineBreak = 0x0a;

function hasLineBreak(answer: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (answer.charCodeAt(at) === lineBreak) return true;
  return false;
}

function hasBlankLine(answer: string, from: number, to: number): boolean {
  return /\n\s*\n/u.test(answer.slice(from, to));
}

function blanksBefore(prefix: string): number {
  let blanks = 0;
  while (prefix[blanks] === " " || prefix[blanks] === "\t") blanks += 1;
  return blanks;
}
