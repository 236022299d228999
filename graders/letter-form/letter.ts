import { codeAt } from "../text/code-at.ts";
import { readStyleText, type StyleText } from "../text/style/style-text.ts";
import { kindsOf, space } from "../text/character-kinds.ts";
import { isFiniteVerb } from "../text/sentence-words.ts";
import type { TextRange, TextSpan } from "../text/text-span.ts";
import { beginsLike } from "./begins-like.ts";

/** A letter by its lines; what stands before the salutation is its head. */
export interface Letter {
  readonly text: string;
  readonly style: StyleText;
  /** Lines that are not blank, without the marks of Markdown. */
  readonly lines: readonly LetterLine[];
  /** Number of the line with the salutation. */
  readonly salutation: number | undefined;
  /** Number of the line with the closing phrase. */
  readonly closing: number | undefined;
  /** Number of the line with the heading of the instruction on legal remedies. */
  readonly instruction: number | undefined;
  readonly head: readonly LetterLine[];
}

/** `text` is the line without marks of Markdown, also inside of it. */
export interface LetterLine extends TextSpan {
  /** Written as a heading or in bold. */
  readonly isMarked: boolean;
}

/** Without a salutation the head ends with the first sentence, and here at the latest. */
const longestHead = 15;
const isSalutation = beginsLike(
  /^(?:Sehr geehrte|Guten Tag|Liebe[rs]?\s|Hallo|Werte[rs]?\s)/u,
  "S G L H W",
);
const isClosing = beginsLike(
  /^(?:Mit (?:freundlich|best|herzlich|vorzüglich)\p{L}{0,6} (?:Gr[uü]ß|Empfehlung|Hochachtung)|(?:Freundlich|Viele|Beste|Herzlich|Schöne)\p{L}{0,3} Gr[uü]ß|Hochachtungsvoll)/u,
  "M F V B H S",
);
const isInstruction = beginsLike(
  /^(?:\d\.\s*)?(?:Ihre )?(?:Rechtsbehelfsbelehrung|Rechtsmittelbelehrung|Rechtsbehelf|Belehrung über|Ihre Rechte|Ihr Recht|Wie (?:Sie|kann ich) sich|So können Sie sich wehren)/u,
  "0123456789 I R B W S",
);

export function readLetter(text: string): Letter {
  const lines = readLines(text);
  const greeting = numberOf(lines.findIndex(isSalutation));
  return {
    text,
    style: readStyleText(text),
    lines,
    salutation: greeting,
    closing: numberOf(lines.findLastIndex(isClosing)),
    instruction: numberOf(lines.findIndex(isInstruction)),
    head: lines.slice(0, greeting ?? headEnd(lines)),
  };
}

function numberOf(index: number): number | undefined {
  return index < 0 ? undefined : index;
}

function headEnd(lines: readonly LetterLine[]): number {
  const first = lines.findIndex((line) => isSentence(line.text));
  return first < 0 ? longestHead : Math.min(first, longestHead);
}

/** Words from which on a line with a verb and a full stop is running text. */
const shortestSentence = 4;

function isSentence(line: string): boolean {
  if (!/[\p{L}\p{M})“"][.!?]$/u.test(line.slice(-3))) return false;
  const words = line.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length >= shortestSentence && words.some((word) => isFiniteVerb(word.toLowerCase()));
}

/** What the letter says on legal remedies: below its heading, or from the first sentence on filing one. */
export function instructionRange(
  letter: Letter,
  findFiling: () => TextRange | undefined,
): TextRange | undefined {
  const heading = letter.instruction === undefined ? undefined : letter.lines[letter.instruction];
  const start = heading?.start ?? findFiling()?.start;
  if (start === undefined) return undefined;
  const end = letter.closing === undefined ? undefined : letter.lines[letter.closing]?.start;
  return { start, end: end !== undefined && end > start ? end : letter.text.length };
}

function readLines(text: string): LetterLine[] {
  const lines: LetterLine[] = [];
  for (let start = 0; start < text.length;) {
    const lineBreak = text.indexOf("\n", start);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    const line = readLine(text, start, lineEnd);
    if (line !== undefined) lines.push(line);
    start = lineEnd + 1;
  }
  return lines;
}

/** Marks before a line, `[\s#>*_|-]*`, and those behind it, at most 20 of `[\s*_|]`, are left out. */
function readLine(text: string, lineStart: number, lineEnd: number): LetterLine | undefined {
  let start = lineStart;
  let isMarked = false;
  for (; start < lineEnd; start += 1) {
    const kind = markKind(codeAt(text, start));
    if (kind === noMark) break;
    if (kind === bold || kind === heading) isMarked = true;
  }
  let end = lineEnd;
  const first = Math.max(start, lineEnd - mostMarksBehind);
  while (end > first && isMarkBehind(codeAt(text, end - 1))) end -= 1;
  if (end === start) return undefined;
  const bare = text.slice(start, end);
  const hasMarks = bare.includes("*") || bare.includes("__");
  return { start, end, text: hasMarks ? bare.replace(innerMarks, "") : bare, isMarked };
}

const innerMarks = /\*{1,3}|_{2}/gu;
const mostMarksBehind = 20;

const noMark = 0;
/** `#` */
const heading = 1;
/** `*` and `_` */
const bold = 2;
/** White space and `|` */
const edge = 3;
/** `>` and `-` */
const before = 4;

function markKind(code: number): number {
  if (code === 0x23) return heading;
  if (code === 0x2a || code === 0x5f) return bold;
  if (code === 0x7c || (kindsOf(code) & space) !== 0) return edge;
  return code === 0x3e || code === 0x2d ? before : noMark;
}

function isMarkBehind(code: number): boolean {
  const kind = markKind(code);
  return kind === bold || kind === edge;
}
