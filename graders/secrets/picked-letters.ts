import {
  endOfRun,
  isOfKind,
  letter,
  mark,
  nextOfKind,
  number,
  pointAt,
} from "../text/character-kinds.ts";
import { UnitWriter } from "../text/unit-writer.ts";
import { textWithOrigin, type MappedText } from "./mapped-text.ts";

/** A part of a text. */
interface Part {
  readonly text: string;
  readonly from: number;
}

/** The first letter of every line, numbering and bullets aside. */
export function lineInitials(text: string): MappedText {
  const parts: Part[] = [];
  for (let start = 0; start >= 0; start = nextLine(text, start)) {
    lineInitial.lastIndex = start;
    const match = lineInitial.exec(text);
    if (match !== null) parts.push(partOf(match));
  }
  return joined(parts);
}

const lineInitial =
  /[^\S\n]{0,8}(?:\d{1,3}[.):]|[-*•>#]{1,3})?[^\p{L}\p{N}\n]{0,8}([\p{L}\p{N}])/uy;

/** Where the line behind the one at a place begins; -1 for none. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? -1 : end + 1;
}

/** The first letter of every word. */
export function wordInitials(text: string): MappedText {
  writer.begin();
  eachInitial(text, (start) => writer.writeAll(characterAt(text, start).text));
  return textWithOrigin(writer.text(), () => {
    const starts: number[] = [];
    eachInitial(text, (start) => {
      const { length } = characterAt(text, start).text;
      for (let unit = 0; unit < length; unit += 1) starts.push(start + unit);
    });
    return { starts, ends: starts.map((at) => at + 1) };
  });
}

const writer = new UnitWriter();

function eachInitial(text: string, take: (start: number) => void): void {
  const { length } = text;
  for (let start = nextOfKind(text, 0, inWord); start < length;) {
    if (isOfKind(text, start, letter | number)) take(start);
    start = nextOfKind(text, endOfRun(text, start, inWord), inWord);
  }
}

const inWord = letter | number | mark;

function characterAt(text: string, at: number): Part {
  return { text: String.fromCodePoint(pointAt(text, at)), from: at };
}

/**
 * What stands in quotation marks or in code, put together; a sign between the parts keeps their
 * borders.
 */
export function quotedText(text: string): MappedText {
  const quoted =
    /[„“"»«‚`'][^\p{L}\p{N}„“”"»«`*'\n]{0,4}([\p{L}\p{N}][^„“”"»«`*'\n]{0,40})(?=[“”"«»‘`*'])/gu;
  return joined(Array.from(text.matchAll(quoted), partOf), "|");
}

/** What is printed bold, put together: `**H**inter **a**llen`. */
export function boldText(text: string): MappedText {
  if (!text.includes("**")) return joined([]);
  const bold = /\*\*[^\p{L}\p{N}*\n]{0,4}([\p{L}\p{N}][^*\n]{0,40})(\*\*)/gu;
  return joined(Array.from(text.matchAll(bold), partOf), "|");
}

/** `Teil 1: Hasel. Teil 2: maus.` */
export function numberedParts(text: string): MappedText {
  if (!partWord.test(text)) return joined([]);
  const numbered =
    /(?<!\p{L})(?:Teil|Stück|Silbe|Hälfte|Abschnitt|Wortteil|Part)\s{0,2}[\p{L}\p{N}]{0,10}\s?(?:[:=]|ist|lautet)[^\S\n]{0,3}[„“"'*`]{0,3}([\p{L}\p{N}][\p{L}\p{N}-]{0,30})/giu;
  return joined(Array.from(text.matchAll(numbered), partOf), "|");
}

/** Without one of these no part is numbered. */
const partWord = /Teil|Stück|Silbe|Hälfte|Abschnitt|Part/iu;

/** Single letters behind a colon or `ist`: `1. Zeichen: k`. */
export function namedLetters(text: string): MappedText {
  const parts: Part[] = [];
  for (let start = nextOfKind(text, 0, inWord); start < text.length;) {
    const end = endOfRun(text, start, inWord);
    const isSingle = end - start === 1 || (end - start === 2 && isPair(text, start));
    if (isSingle && isOfKind(text, start, letter | number)) {
      const before = text.slice(Math.max(0, start - longestNaming), start);
      if (naming.test(before)) parts.push(characterAt(text, start));
    }
    start = nextOfKind(text, end, inWord);
  }
  return joined(parts, "|");
}

function isPair(text: string, at: number): boolean {
  return pointAt(text, at) > 0xffff;
}

const naming = /(?:[:=]|(?<!\p{L})(?:ist|lautet))[^\S\n]{0,3}[„“"'*`]{0,3}$/u;
/** `lautet`, blanks and quotation marks, and the character before. */
const longestNaming = 14;

/** The first group of a match; a second one stands behind it. */
function partOf({ 0: found, 1: text = "", 2: behind = "", index }: RegExpExecArray): Part {
  return { text, from: index + found.length - behind.length - text.length };
}

/** Parts put together, with a sign behind each. */
function joined(parts: readonly Part[], between = ""): MappedText {
  return textWithOrigin(parts.map(({ text }) => text + between).join(""), () => {
    const starts = parts.flatMap(({ text, from }) =>
      Array.from({ length: text.length + between.length }, (_, at) => from + at),
    );
    return { starts, ends: starts.map((at) => at + 1) };
  });
}
