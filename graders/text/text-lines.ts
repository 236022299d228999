import {
  endOfRun,
  isOfKind,
  letter,
  nextOfKind,
  number,
  oneOf,
  space,
  upper,
} from "./character-kinds.ts";
import { codeAt } from "./code-at.ts";
import { lengthOf } from "./length-of.ts";
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

const bullet = /^(?:[-*+•▪▫‣◦○●■□☐☑☒✓✔➔→►>·–—|]|\[[ xX]?\]|\p{Extended_Pictographic}\uFE0F?)\s+\S/u;
const tightBullet = /^[-•▪●–]\p{Lu}/u;
const numbering = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]{1,2}\)|\(?[ivxIVX]{1,5}\))\s+\S/u;
const nestedNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}/u;
const boldStart = /^(?:\*\*|__)\S/u;
const markdownHeading = /^#{1,6}\s+\S/u;
const boldLine = /^(\*\*|__)[^*_]{1,100}\1:?$/u;
const label = /^\p{Lu}[\p{L}\d ,/()-]{1,40}:\s+\S/u;

/** Lines of a text in order. */
export function readLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const length = lengthOf(text);
  let start = 0;
  let before: string | undefined;
  while (start <= length) {
    const end = endOfLine(text, start);
    const line = readLine(text, { start, end }, before);
    lines.push(line);
    before = line.text;
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** Offset of the next line break, `[\n\r\v\f\u0085\u2028\u2029]`; the length of the text for none. */
function endOfLine(text: string, start: number): number {
  const length = lengthOf(text);
  let end = start;
  while (end < length && !isLineBreak(codeAt(text, end))) end += 1;
  return end;
}

function isLineBreak(code: number): boolean {
  if (code < 0x85) return code >= 0x0a && code <= 0x0d;
  return code === 0x85 || code === 0x2028 || code === 0x2029;
}

function readLine(
  text: string,
  range: { readonly start: number; readonly end: number },
  before: string | undefined,
): TextLine {
  let { start, end } = range;
  while (start < end && isOfKind(text, start, space)) start += 1;
  while (end > start && isOfKind(text, end - 1, space)) end -= 1;
  const trimmed = text.slice(start, end);
  const beginsSentence = before === undefined || endsSentence(before) || isWordless(before);
  const marker = markerOf(trimmed, beginsSentence);
  return {
    start,
    end,
    text: trimmed,
    kind: kindOf(trimmed, marker),
    marker,
    indent: start - range.start,
    label: isLabel(trimmed),
    beginsSentence,
  };
}

/** Where in a line the colon behind a label can stand, in code units. */
const longestLabel = 80;

function isLabel(line: string): boolean {
  const colon = line.indexOf(":");
  if (colon <= 0 || colon >= longestLabel || !isOfKind(line, 0, upper)) return false;
  return label.test(line.slice(0, longestLabel));
}

const isSentenceMark = oneOf(".!?…:");
const isClosing = oneOf('"“»)]*_');

/** A sentence mark at the end, perhaps with up to three quotes and brackets behind it. */
function endsSentence(line: string): boolean {
  let last = line.length - 1;
  while (last >= line.length - 3 && isClosing(line, last)) last -= 1;
  return isSentenceMark(line, last);
}

function isWordless(line: string): boolean {
  return nextOfKind(line, 0, letter | number) === line.length;
}

function kindOf(line: string, marker: ListMarker | undefined): TextLine["kind"] {
  if (line === "") return "blank";
  if (mayBeHeading(line, 0)) {
    if (markdownHeading.test(line) || (line.length <= 110 && boldLine.test(line))) return "heading";
  }
  if (marker !== undefined) return "item";
  return isWordless(line) ? "rule" : "text";
}

const mayBeHeading = oneOf("#*_");

/** How much of a line is looked at for a marker, in code units. */
const longestHead = 40;

function markerOf(line: string, beginsSentence: boolean): ListMarker | undefined {
  const head = line.slice(0, longestHead);
  if (isBullet(head)) return "bullet";
  if (!mayBeNumbered(head)) return undefined;
  if (nestedNumber.test(head) && beginsSentence) return "number";
  if (!numbering.test(head)) return undefined;
  const month = /^\d{1,2}\.\s+(\p{L}+)/u.exec(head)?.[1];
  return month !== undefined && isMonth(month) ? undefined : "number";
}

const isBulletSign = oneOf("-*+•▪▫‣◦○●■□☐☑☒✓✔➔→►>·–—|");
/** Other signs below the first pictograph that is no letter of Latin-1. */
const isBulletStart = oneOf("[_©®");
const firstPictograph = 0x203c;

function isBullet(head: string): boolean {
  if (head === "") return false;
  const isSign = isBulletSign(head, 0);
  if (!isSign && !isBulletStart(head, 0) && codeAt(head, 0) < firstPictograph) return false;
  if (isSign && isOfKind(head, 1, space)) return endOfRun(head, 1, space) < head.length;
  return bullet.test(head) || tightBullet.test(head) || boldStart.test(head);
}

const isInNumber = oneOf(".)");
/** Bracket, letters and digits of the longest number of an item: `(xviii)`. */
const longestNumber = 6;

/** Whether the beginning of a line can be the number of an item. */
function mayBeNumbered(head: string): boolean {
  if (!isOfKind(head, 0, letter | number) && !isBracket(head, 0)) return false;
  for (let at = 1; at <= longestNumber; at += 1) if (isInNumber(head, at)) return true;
  return false;
}

const isBracket = oneOf("(");
