import { isOfKind, oneOf, space } from "../text/character-kinds.ts";
import { unitsOf } from "../text/text-units.ts";

import { mayBytesHold, type DecodedBytes } from "./decoded-letters.ts";
import type { SoughtLetters } from "./sought-letters.ts";

/** Zeros and ones of the shortest run, and digits of the shortest one of base 16. */
const shortestBinary = 40;
const shortestHex = 10;

/** Are there too few zeros and ones for a run? */
export function hasFewBits(text: string): boolean {
  const units = unitsOf(text);
  let bits = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) if (((units[at] ?? 0) & ~1) === 0x30) bits += 1;
  return bits < shortestBinary;
}

/**
 * Does no row of digits of base 16, with nothing between them that may stand there, hold one of the forms? Signs
 * such as `0x` in front of a byte are not read: a text with them may hold anything.
 */
export function hasNoHex(text: string, sought: SoughtLetters): boolean {
  const units = unitsOf(text);
  const { length } = text;
  let size = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? (units[at] ?? 0) : 0;
    const kind = code < 0x80 ? (hexKinds[code] ?? 0) : foreignKind(text, at);
    if (kind < hexGap) {
      if (size === digits.length) return false;
      digits[size] = kind;
      size += 1;
    } else if (kind === hexMark && isMark(text, at - 1)) return false;
    else if (kind !== hexGap) {
      if (size >= shortestHex && mayRowHold(size, sought)) return false;
      size = 0;
    }
  }
  return true;
}

/** Digits of a row; longer ones may hold anything. */
const digits = new Uint8Array(1024);
const row: DecodedBytes = { bytes: new Uint8Array(512), length: 0, hasZero: false };

/** Reads so many digits from both starts that they can have. */
function mayRowHold(size: number, sought: SoughtLetters): boolean {
  for (let start = 0; start < 2; start += 1) {
    row.length = (size - start) >> 1;
    row.hasZero = false;
    for (let at = 0; at < row.length; at += 1) {
      const byte = ((digits[start + 2 * at] ?? 0) << 4) | (digits[start + 2 * at + 1] ?? 0);
      row.bytes[at] = byte;
      row.hasZero ||= byte === 0;
    }
    if (mayBytesHold(row, sought)) return true;
  }
  return false;
}

/** What stands between digits, an `x` that may belong to a mark in front of a byte, and all else. */
const hexGap = 16;
const hexMark = 17;
const hexEnd = 18;
const isMark = oneOf("0\\");
/** Below these, the value of a digit. */
const hexKinds = new Uint8Array(0x80).fill(hexEnd);
for (const [value, digit] of Array.from("0123456789abcdef").entries()) {
  hexKinds[digit.charCodeAt(0)] = value;
  hexKinds[digit.toUpperCase().charCodeAt(0)] = value;
}
for (const sign of " \t\n\v\f\r:;,.|_#-") hexKinds[sign.charCodeAt(0)] = hexGap;
for (const sign of "xX") hexKinds[sign.charCodeAt(0)] = hexMark;

function foreignKind(text: string, at: number): number {
  return isOfKind(text, at, space) ? hexGap : hexEnd;
}
