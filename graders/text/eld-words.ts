import type { TextRange } from "./text-span.ts";

const letter = 1;
const apostrophe = 2;
const apostrophes = "'`\u2019";

/** What the separators of eld make of every character below U+10000: a letter, an apostrophe or neither. */
export function letterTable(separators: RegExp): Uint8Array {
  const separator = new RegExp(separators.source, "u");
  const table = Uint8Array.from({ length: 0x10000 }, (_unused, code) =>
    separator.test(String.fromCharCode(code)) ? 0 : letter,
  );
  for (const sign of apostrophes) table[sign.charCodeAt(0)] = apostrophe;
  return table;
}

/**
 * The next word as eld cuts them: letters, with the apostrophes right before, within and, at the end
 * of the text, behind them. Undefined when there is none from this offset on, which is 0 or the end of a word.
 */
export function findEldWord(text: string, at: number, kinds: Uint8Array): TextRange | undefined {
  const { length } = text;
  let end = lettersFrom(text, at, kinds);
  const start = apostrophesBefore(text, { start: at, end }, kinds);
  if (start === length) return undefined;
  while (end < length) {
    while (end < length && kinds[text.charCodeAt(end)] === letter) end += 1;
    // Only an apostrophe can lead on.
    if (end < length && kinds[text.charCodeAt(end)] !== apostrophe) break;
    const next = lettersFrom(text, end, kinds);
    if (apostrophesBefore(text, { start: end, end: next }, kinds) > end) break;
    end = next;
  }
  return { start, end };
}

/** Offset of the next letter, or the length of the text. */
function lettersFrom(text: string, at: number, kinds: Uint8Array): number {
  let next = at;
  while (next < text.length && kinds[text.charCodeAt(next)] !== letter) next += 1;
  return next;
}

/** Where the apostrophes at the end of a range begin. */
function apostrophesBefore(text: string, { start, end }: TextRange, kinds: Uint8Array): number {
  let first = end;
  while (first > start && kinds[text.charCodeAt(first - 1)] === apostrophe) first -= 1;
  return first;
}
