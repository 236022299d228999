import { endOfRun, isOfKind, lower, nextOfKind, oneOf, space, upper } from "./character-kinds.ts";
import { isHeading, isOpen, isRoomLeft } from "./heading.ts";
import { readLines, type TextLine } from "./text-lines.ts";
import type { TextRange } from "./text-span.ts";

/**
 * Blocks of a text: no sentence reaches beyond one. A blank line, a list item, a table row and a
 * heading make a block of their own; a single line break inside running text does not.
 */
export function splitBlocks(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  let paragraph: TextLine[] = [];
  for (const line of readLines(text)) {
    if (line.kind === "text" || line.kind === "item" || line.kind === "heading") {
      paragraph.push(line);
    } else if (paragraph.length > 0) {
      splitParagraph(paragraph, blocks);
      paragraph = [];
    }
  }
  splitParagraph(paragraph, blocks);
  return blocks;
}

/** Blocks within lines that follow each other without a blank one. */
function splitParagraph(lines: readonly TextLine[], blocks: TextRange[]): void {
  const width = widthOf(lines);
  let first: TextLine | undefined;
  let previous: TextLine | undefined;
  for (const line of lines) {
    if (first === undefined || previous === undefined) first = line;
    else if (startsBlock(line, { first, previous }, width)) {
      blocks.push({ start: first.start, end: previous.end });
      first = line;
    }
    previous = line;
  }
  if (first !== undefined && previous !== undefined) {
    blocks.push({ start: first.start, end: previous.end });
  }
}

function widthOf(lines: readonly TextLine[]): number {
  let widest = 0;
  for (const { text } of lines) widest = Math.max(widest, text.length);
  return widest;
}

/** First and last line of a block so far. */
interface Block {
  readonly first: TextLine;
  readonly previous: TextLine;
}

function startsBlock(line: TextLine, { first, previous }: Block, width: number): boolean {
  if (previous.kind === "heading" || line.kind === "heading") return true;
  if (line.kind === "item") return !isContinuation(line, previous);
  if (line.label && previous.label) return true;
  if (!isOfKind(line.text, isQuote(line.text, 0) ? 1 : 0, upper)) return false;
  if (!isRoomLeft(previous, line, width)) return false;
  if (first.kind === "item") return line.indent === 0 && !isOpen(previous.text);
  return previous.beginsSentence && isHeading(previous.text);
}

const isQuote = oneOf('"„“»‚');

/** A number or dash that only looks like a list item because the line was broken before it. */
function isContinuation(line: TextLine, previous: TextLine): boolean {
  if (line.marker !== "number" || previous.kind === "item") return false;
  if (isOpen(previous.text)) return true;
  const behindMarker = nextOfKind(line.text, 0, space);
  const rest = endOfRun(line.text, behindMarker, space);
  return isOfKind(line.text, rest, lower) && !previous.text.endsWith(":");
}
