import { codeAt } from "../text/code-at.ts";
import { endOfRun, letter, mark, nextOfKind, number } from "../text/character-kinds.ts";
import { plainSpelling } from "../text/plain-letters.ts";
import type { TextRange } from "../text/text-span.ts";
import { wordAt, wordProperty } from "../text/word.ts";

/** A word, number or black-out; punctuation and white space do not count. */
export interface RedactionToken extends TextRange {
  /** Lower case, letters without their marks; empty for a black-out. */
  readonly key: string;
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
function inAnyCase(word: string): string {
  return Array.from(word, (one) => {
    return `[${one}${one.toUpperCase()}${one === "s" ? "ſ" : ""}]`;
  }).join("");
}

// In this order: what marks a black-out, then words, each bounded.
export const blackOut = new RegExp(
  [
    String.raw`[█▓▒░■▮▬]+(?:[ \t]{0,2}[█▓▒░■▮▬]+)*`,
    String.raw`\[(?:[^\[\]\n]{0,40}(?:${marks.map(inAnyCase).join("|")})[^\[\]\n]{0,40}|[A-ZÄÖÜ][A-ZÄÖÜ_ -]{0,30}\d{0,3}|…|\.{2,5}|x{1,20}|\*{1,20}|_{1,20})\]`,
    String.raw`<(?:geschwärzt|redacted|[A-ZÄÖÜ_]{2,30}\d{0,3})>`,
    String.raw`\((?:geschwärzt|unkenntlich gemacht|redacted)\)`,
    // With nothing between them, runs are of different signs: else one run could be cut in many ways.
    String.raw`(?<![\p{L}\p{N}])(?:[Xx]{3,}|\*{3,}|_{3,}|#{3,})(?:[ \t-]{1,2}(?:[Xx]{3,}|\*{3,}|_{3,})|(?<![Xx])[Xx]{3,}|(?<!\*)\*{3,}|(?<!_)_{3,})*(?![\p{L}\p{N}])`,
  ]
    .map((form) => `(?:${form})`)
    .join("|"),
  "uy",
);

/** What a black-out begins with; of the second group three or more stand in a row. */
const openings = "█▓▒░■▮▬[<(";
const repeated = "Xx*_#";
const single = 1;
const triple = 2;
const beginnings = new Uint8Array(0x10000);
for (const sign of openings) beginnings[sign.charCodeAt(0)] = single;
for (const sign of repeated) beginnings[sign.charCodeAt(0)] = triple;

/** Cuts a text into words and black-outs (`███`, `[geschwärzt]`, `[NAME_1]`, `XXX`, `***`). */
export function redactionTokens(text: string): readonly RedactionToken[] {
  const tokens: RedactionToken[] = [];
  const { length } = text;
  let from = 0;
  for (let at = 0; at < length; at += 1) {
    if (!mayBegin(text, at)) continue;
    blackOut.lastIndex = at;
    const found = blackOut.exec(text)?.[0];
    if (found === undefined) continue;
    takeWords(tokens, text, { start: from, end: at });
    from = at + found.length;
    tokens.push({ start: at, end: from, key: "" });
    at = from - 1;
  }
  takeWords(tokens, text, { start: from, end: text.length });
  return tokens;
}

/** False for most places of a text, where no black-out begins. */
function mayBegin(text: string, at: number): boolean {
  const beginning = beginnings[codeAt(text, at)] ?? 0;
  if (beginning !== triple) return beginning === single;
  return beginnings[codeAt(text, at + 1)] === triple && beginnings[codeAt(text, at + 2)] === triple;
}

/** Words as `[\p{L}\p{N}][\p{L}\p{M}\p{N}]*` finds them. */
function takeWords(
  tokens: RedactionToken[],
  text: string,
  { start: from, end: to }: TextRange,
): void {
  for (let start = nextOfKind(text, from, letter | number); start < to;) {
    const end = Math.min(to, endOfRun(text, start, letter | mark | number));
    tokens.push({ start, end, key: keyOf(wordAt(text, start, end)) });
    start = nextOfKind(text, end, letter | number);
  }
}

/** `irene` for `Irène`: a name in other letters is still that name. */
const keyOf = wordProperty(({ text }) => plainSpelling(text));
