import { isMonth } from "./sentence-words.ts";

/** What stands before the text of a list item. */
export type ListMarker = "bullet" | "number";

/** A line with what its form says about it. */
export interface TextLine {
  /** Offsets of the line without white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: "blank" | "rule" | "item" | "heading" | "text";
  readonly marker: ListMarker | undefined;
  /** Number of blanks before the text. */
  readonly indent: number;
  /** `Telefon: 0123`: a word, a colon and a value. */
  readonly label: boolean;
  /** The line before ended a sentence or was blank, so that this line begins one. */
  readonly beginsSentence: boolean;
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const bullet = /^(?:[-*+•▪▫‣◦○●■□☐☑☒✓✔➔→►>·–—|]|\[[ xX]?\]|\p{Extended_Pictographic}\uFE0F?)\s+\S/u;
const tightBullet = /^[-•▪●–]\p{Lu}/u;
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]{1,2}\)|\(?[ivxIVX]{1,5}\))\s+\S/u;
const nestedNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}/u;
const boldStart = /^(?:\*\*|__)\S/u;
const markdownHeading = /^#{1,6}\s+\S/u;
const boldLine = /^(\*\*|__)[^*_]{1,100}\1:?$/u;
const label = /^\p{Lu}[\p{L}\d ,/()-]{1,40}:\s+\S/u;
const wordless = /^[^\p{L}\p{N}]*$/u;

/** Lines of a text in order. */
export function* readLines(text: string): Generator<TextLine> {
  let start = 0;
  let before: string | undefined;
  for (const match of text.matchAll(lineBreak)) {
    const line = readLine(text, { start, end: match.index }, before);
    yield line;
    before = line.text;
    start = match.index + match[0].length;
  }
  yield readLine(text, { start, end: text.length }, before);
}

function readLine(
  text: string,
  range: { readonly start: number; readonly end: number },
  before: string | undefined,
): TextLine {
  const raw = text.slice(range.start, range.end);
  const trimmed = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  const start = range.start + indent;
  const beginsSentence =
    before === undefined ||
    wordless.test(before) ||
    /[.!?…:]["“»)\]*_]{0,3}$/u.test(before.slice(-5));
  const marker = markerOf(trimmed, beginsSentence);
  return {
    start,
    end: start + trimmed.length,
    text: trimmed,
    kind: kindOf(trimmed, marker),
    marker,
    indent,
    label: label.test(trimmed.slice(0, 80)),
    beginsSentence,
  };
}

function kindOf(line: string, marker: ListMarker | undefined): TextLine["kind"] {
  if (line === "") return "blank";
  if (markdownHeading.test(line) || (line.length <= 110 && boldLine.test(line))) return "heading";
  if (marker !== undefined) return "item";
  return wordless.test(line) ? "rule" : "text";
}

function markerOf(line: string, beginsSentence: boolean): ListMarker | undefined {
  const head = line.slice(0, 40);
  if (bullet.test(head) || tightBullet.test(head) || boldStart.test(head)) return "bullet";
  if (nestedNumber.test(head) && beginsSentence) return "number";
  if (!number.test(head)) return undefined;
  const month = /^\d{1,2}\.\s+(\p{L}+)/u.exec(head)?.[1];
  return month !== undefined && isMonth(month) ? undefined : "number";
}
