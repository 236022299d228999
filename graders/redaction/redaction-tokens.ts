import { remember } from "../text/remember.ts";
import { plainLetters } from "../text/plain-letters.ts";
import type { TextRange } from "../text/text-span.ts";

/** A word, number or black-out; punctuation and white space do not count. */
export interface RedactionToken extends TextRange {
  /** Lower case, letters without their marks; empty for a black-out. */
  readonly key: string;
}

/** `irene` for `Irène`: a name in other letters is still that name. */
function keyOf(written: string): string {
  return plainLetters(written.toLowerCase()).normalize("NFC");
}

const marks = [
  "geschwärzt",
  "schwärzung",
  "unkenntlich",
  "anonymisiert",
  "entfernt",
  "redacted",
  "zensiert",
];

/** `(?i:…)` is younger than the oldest Node that is supported. The long s is an s as well. */
function inAnyCase(mark: string): string {
  return Array.from(mark, (letter) => {
    return `[${letter}${letter.toUpperCase()}${letter === "s" ? "ſ" : ""}]`;
  }).join("");
}

// In this order: what marks a black-out, then words, each bounded.
const token = new RegExp(
  [
    String.raw`[█▓▒░■▮▬]+(?:[ \t]{0,2}[█▓▒░■▮▬]+)*`,
    String.raw`\[(?:[^\[\]\n]{0,40}(?:${marks.map(inAnyCase).join("|")})[^\[\]\n]{0,40}|[A-ZÄÖÜ][A-ZÄÖÜ_ -]{0,30}\d{0,3}|…|\.{2,5}|x{1,20}|\*{1,20}|_{1,20})\]`,
    String.raw`<(?:geschwärzt|redacted|[A-ZÄÖÜ_]{2,30}\d{0,3})>`,
    String.raw`\((?:geschwärzt|unkenntlich gemacht|redacted)\)`,
    String.raw`(?<![\p{L}\p{N}])(?:[Xx]{3,}|\*{3,}|_{3,}|#{3,})(?:[ \t-]{0,2}(?:[Xx]{3,}|\*{3,}|_{3,}))*(?![\p{L}\p{N}])`,
  ]
    .map((form) => `(?:${form})`)
    .join("|"),
  "gu",
);
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Cuts a text into words and black-outs (`███`, `[geschwärzt]`, `[NAME_1]`, `XXX`, `***`). */
export const redactionTokens = remember(cutTokens);

function cutTokens(text: string): readonly RedactionToken[] {
  const tokens: RedactionToken[] = [];
  let from = 0;
  const takeWords = (to: number): void => {
    for (const match of text.slice(from, to).matchAll(word)) {
      const start = from + match.index;
      tokens.push({ start, end: start + match[0].length, key: keyOf(match[0]) });
    }
  };
  for (const match of text.matchAll(token)) {
    takeWords(match.index);
    from = match.index + match[0].length;
    tokens.push({ start: match.index, end: from, key: "" });
  }
  takeWords(text.length);
  return tokens;
}
