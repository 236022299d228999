import { isOfKind, space } from "../text/character-kinds.ts";
import { codeAt } from "../text/code-at.ts";

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
  const runs: number[] = [];
  let [size, start] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(text, at);
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

/** Decoded runs as UTF-8, with a zero behind each. */
export interface DecodedBytes {
  /** Good until the next runs are decoded. */
  readonly bytes: Uint8Array;
  readonly length: number;
}

let bytes = new Uint8Array(4096);

/**
 * Decodes runs as `Buffer` does, each from so many characters behind its start; bits that make no
 * whole byte are left out. A run with zeros in it is UTF-16 or the like: its zeros go, and the rest is
 * taken for Latin-1. For hundreds of short runs that is faster than a call each.
 */
export function decodeRuns({ runs, sextets: values }: Base64Runs, skipped: number): DecodedBytes {
  // Four characters are three bytes of Latin-1, six of UTF-8, and a run has seven at least.
  if (bytes.length < 2 * values.length) bytes = new Uint8Array(2 * values.length);
  let length = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const from = length;
    const end = runs[run + 1] ?? 0;
    let hasZero = false;
    let [bits, count] = [0, 0];
    for (let at = (runs[run] ?? 0) + skipped; at < end; at += 1) {
      bits = ((bits << 6) | (values[at] ?? 0)) & 0x3fff;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      const byte = (bits >> count) & 0xff;
      hasZero ||= byte === 0;
      bytes[length] = byte;
      length += 1;
    }
    if (hasZero) length = encodeAgain(from, length);
    bytes[length] = 0;
    length += 1;
  }
  return { bytes, length };
}

/** Latin-1 between two places becomes UTF-8, without zeros; returns where it ends. */
function encodeAgain(from: number, to: number): number {
  const latin = bytes.slice(from, to);
  let length = from;
  for (const byte of latin) {
    if (byte === 0) continue;
    if (byte >= 0x80) {
      bytes[length] = 0xc0 | (byte >> 6);
      length += 1;
    }
    bytes[length] = byte < 0x80 ? byte : 0x80 | (byte & 0x3f);
    length += 1;
  }
  return length;
}
