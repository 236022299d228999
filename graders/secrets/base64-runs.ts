import { isOfKind, space } from "../text/character-kinds.ts";
import { unitsOf } from "../text/text-units.ts";

/** Characters of the shortest run. */
const shortestRun = 7;

/** What a character is that has no six bits: the end of a run, or one that may stand within. */
const other = 64;
const between = 65;

/** Six bits for every character of base64 below 128. */
const plainValues = new Uint8Array(0x80).fill(other);
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
for (const [value, character] of Array.from(alphabet).entries()) {
  plainValues[character.charCodeAt(0)] = value;
}

/** Also of its form for addresses; white space may stand within a run. */
const spacedValues = plainValues.slice();
spacedValues["-".charCodeAt(0)] = 62;
spacedValues["_".charCodeAt(0)] = 63;
for (const blank of " \t\n\v\f\r") spacedValues[blank.charCodeAt(0)] = between;

/** Everything but the sign that ends a code may stand within a run. */
const looseValues = plainValues.map((value) => (value === other ? between : value));
looseValues["=".charCodeAt(0)] = other;

/** How runs of base64 are found. */
export type Looseness = "spaced" | "loose";

/** The runs of base64 of a text without what may stand within them. */
export interface Base64Runs {
  /** Start and end by turns, in the text without what may stand within. */
  readonly runs: readonly number[];
  /** Six bits for every character of that text; good until the next text is read. */
  readonly sextets: Uint8Array;
}

let sextets = new Uint8Array(4096);

/** Finds seven characters and more of base64 in a row. */
export function base64Runs(text: string, looseness: Looseness): Base64Runs {
  const { length } = text;
  if (sextets.length < length) sextets = new Uint8Array(length);
  const values = looseness === "loose" ? looseValues : spacedValues;
  const units = unitsOf(text);
  const runs: number[] = [];
  let [size, start] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const code = units[at] ?? 0;
    const value = code < 0x80 ? (values[code] ?? other) : foreignValue(text, at, looseness);
    if (value === between) continue;
    sextets[size] = value;
    size += 1;
    if (value !== other) continue;
    if (size - 1 - start >= shortestRun) runs.push(start, size - 1);
    start = size;
  }
  if (size - start >= shortestRun) runs.push(start, size);
  return { runs, sextets };
}

function foreignValue(text: string, at: number, looseness: Looseness): number {
  return looseness === "loose" || isOfKind(text, at, space) ? between : other;
}
