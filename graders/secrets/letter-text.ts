import data from "./look-alikes.json" with { type: "json" };
import type { MappedText } from "./mapped-text.ts";

/** A text of nothing but letters and digits: lower case, without marks, look-alikes as Latin. */
export interface LetterText {
  readonly text: string;
  /** Start and end in the original, for every unit of `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True where a run of letters and digits of the source begins or has just ended. */
  readonly isBorder: (at: number) => boolean;
}

/** `stroke` and `dot`: digits and signs are read as letters, a stroke as `l` or as `i`. */
export type Reading = "plain" | "stroke" | "dot";

/** Reads the letters and digits of a text. */
export function letterText(source: MappedText, reading: Reading = "plain"): LetterText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const borders = new Set<number>([0]);
  let at = 0;
  for (const character of source.text) {
    const letters = lettersOf(character, reading);
    if (letters === undefined) borders.add(starts.length);
    else pieces.push(letters);
    for (let unit = 0; unit < (letters?.length ?? 0); unit += 1) {
      starts.push(source.starts[at] ?? 0);
      ends.push(source.ends[at + character.length - 1] ?? 0);
    }
    at += character.length;
  }
  borders.add(starts.length);
  return { text: pieces.join(""), starts, ends, isBorder: (index) => borders.has(index) };
}

/** The letters and digits of a text without the way back. */
export function lettersIn(text: string, reading: Reading = "plain"): string {
  let letters = "";
  for (const character of text) letters += lettersOf(character, reading) ?? "";
  return letters;
}

const remembered: Record<Reading, Map<string, string | undefined>> = {
  plain: new Map(),
  stroke: new Map(),
  dot: new Map(),
};
const mostRemembered = 4000;

/** Undefined for what separates; empty for what cannot be seen. */
function lettersOf(character: string, reading: Reading): string | undefined {
  const known = remembered[reading];
  if (known.has(character)) return known.get(character);
  const letters = reading === "plain" ? fold(character) : readSigns(character, reading);
  if (known.size < mostRemembered) known.set(character, letters);
  return letters;
}

const leet: Readonly<Record<string, string>> = data.leet;

function readSigns(character: string, reading: "stroke" | "dot"): string | undefined {
  const sign = leet[character];
  if (sign !== undefined) return sign;
  if (data.leetStrokes.includes(character)) return reading === "stroke" ? "l" : "i";
  if (character === "I" && reading === "stroke") return "l";
  return fold(character);
}

const lookAlikes: ReadonlyMap<string, string> = new Map(Object.entries(data.letters));

function fold(character: string): string | undefined {
  if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)) return "";
  const alike = lookAlikes.get(character) ?? fromAlphabet(character);
  if (alike !== undefined) return alike;
  if (!/[\p{L}\p{N}\p{So}]/u.test(character)) return undefined;
  let letters = "";
  for (const part of character.normalize("NFKD").toLowerCase()) {
    if (/\p{L}/u.test(part)) letters += lookAlikes.get(part) ?? part;
    else if (/\p{Nd}/u.test(part)) letters += /\d/u.test(part) ? part : digitOf(part);
  }
  return letters === "" ? undefined : letters;
}

const alphabets = data.alphabets.map((first) => Number.parseInt(first, 16));

/** Letters in boxes and the letters of flags stand in runs of 26. */
function fromAlphabet(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const first = alphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}

/** Decimal digits stand in runs of ten that begin with zero (Unicode, section 4.6). */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
