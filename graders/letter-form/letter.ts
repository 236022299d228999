import { readStyleText, type StyleText } from "../text/style/style-text.ts";
import { isFiniteVerb } from "../text/sentence-words.ts";
import type { TextRange, TextSpan } from "../text/text-span.ts";

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
const salutation = /^(?:Sehr geehrte|Guten Tag|Liebe[rs]?\s|Hallo|Werte[rs]?\s)/u;
const closing =
  /^(?:Mit (?:freundlich|best|herzlich|vorzüglich)\p{L}{0,6} (?:Gr[uü]ß|Empfehlung|Hochachtung)|(?:Freundlich|Viele|Beste|Herzlich|Schöne)\p{L}{0,3} Gr[uü]ß|Hochachtungsvoll)/u;
const instruction =
  /^(?:\d\.\s*)?(?:Ihre )?(?:Rechtsbehelfsbelehrung|Rechtsmittelbelehrung|Rechtsbehelf|Belehrung über|Ihre Rechte|Ihr Recht|Wie (?:Sie|kann ich) sich|So können Sie sich wehren)/u;

export function readLetter(text: string): Letter {
  const lines = readLines(text);
  const found = (pattern: RegExp): number | undefined => {
    const at = lines.findIndex((line) => pattern.test(line.text));
    return at < 0 ? undefined : at;
  };
  const greeting = found(salutation);
  const last = lines.findLastIndex((line) => closing.test(line.text));
  return {
    text,
    style: readStyleText(text),
    lines,
    salutation: greeting,
    closing: last < 0 ? undefined : last,
    instruction: found(instruction),
    head: lines.slice(0, greeting ?? headEnd(lines)),
  };
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

/** What the letter says on legal remedies: below its heading, or the sentences on filing one. */
export function instructionRange(
  letter: Letter,
  filed: readonly TextRange[],
): TextRange | undefined {
  const heading = letter.instruction === undefined ? undefined : letter.lines[letter.instruction];
  const start = heading?.start ?? filed[0]?.start;
  if (start === undefined) return undefined;
  const end = letter.closing === undefined ? undefined : letter.lines[letter.closing]?.start;
  return { start, end: end !== undefined && end > start ? end : letter.text.length };
}

function readLines(text: string): LetterLine[] {
  const lines: LetterLine[] = [];
  let start = 0;
  for (const raw of text.split("\n")) {
    const marks = /^[\s#>*_|-]*/u.exec(raw)?.[0].length ?? 0;
    const bare = raw.slice(marks).replace(/[\s*_|]{1,20}$/u, "");
    const isMarked = /[#*_]/u.test(raw.slice(0, marks));
    const from = start + marks;
    const plain = bare.replace(/\*{1,3}|_{2}/gu, "");
    if (bare !== "") lines.push({ start: from, end: from + bare.length, text: plain, isMarked });
    start += raw.length + 1;
  }
  return lines;
}
