import { isHeading, isOpen, isRoomLeft } from "./heading.ts";
import { readLines, type TextLine } from "./text-lines.ts";
import type { TextRange } from "./text-span.ts";

/**
 * Blocks of a text: no sentence reaches beyond one. A blank line, a list item, a table row and a
 * heading make a block of their own; a single line break inside running text does not.
 */
export function* splitBlocks(text: string): Generator<TextRange> {
  let paragraph: TextLine[] = [];
  for (const line of readLines(text)) {
    if (line.kind === "text" || line.kind === "item" || line.kind === "heading") {
      paragraph.push(line);
      continue;
    }
    yield* splitParagraph(paragraph);
    paragraph = [];
  }
  yield* splitParagraph(paragraph);
}

/** Blocks within lines that follow each other without a blank one. */
function* splitParagraph(lines: readonly TextLine[]): Generator<TextRange> {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  let block: TextLine[] = [];
  for (const line of lines) {
    const previous = block.at(-1);
    if (previous !== undefined && startsBlock(line, block, width)) {
      yield { start: block[0]?.start ?? 0, end: previous.end };
      block = [];
    }
    block.push(line);
  }
  const first = block[0];
  const last = block.at(-1);
  if (first !== undefined && last !== undefined) yield { start: first.start, end: last.end };
}

function startsBlock(line: TextLine, block: readonly TextLine[], width: number): boolean {
  const previous = block.at(-1);
  if (previous === undefined) return true;
  if (previous.kind === "heading" || line.kind === "heading") return true;
  if (line.kind === "item") return !isContinuation(line, previous);
  if (line.label && previous.label) return true;
  if (!/^["„“»‚]?\p{Lu}/u.test(line.text) || !isRoomLeft(previous, line, width)) return false;
  if (block[0]?.kind === "item") return line.indent === 0 && !isOpen(previous.text);
  return previous.beginsSentence && isHeading(previous.text);
}

/** A number or dash that only looks like a list item because the line was broken before it. */
function isContinuation(line: TextLine, previous: TextLine): boolean {
  if (line.marker !== "number" || previous.kind === "item") return false;
  if (isOpen(previous.text)) return true;
  const rest = line.text.replace(/^\S+\s+/u, "");
  return /^\p{Ll}/u.test(rest) && !previous.text.endsWith(":");
}
