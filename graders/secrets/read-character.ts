import data from "./look-alikes.json" with { type: "json" };

/**
 * `stroke` and `dot`: digits and signs are read as letters, a stroke as `l` or as `i`; `lines`: a zero
 * ends a line.
 */
export type Reading = "plain" | "stroke" | "dot" | "lines";

/** Letters and digits that a character is read as. Undefined for what separates; empty for what cannot be seen. */
export function readCharacter(character: string, reading: Reading): string | undefined {
  if (reading === "stroke" || reading === "dot") return readSigns(character, reading);
  return reading === "lines" && character === "\u0000" ? "\n" : fold(character);
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
