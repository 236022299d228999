import type { UnitWriter } from "../text/unit-writer.ts";
import { lettersIn, writeLetters } from "./letter-text.ts";

/** For every byte that is a character what it is read as, and how many units that is: one or none. */
const units = new Uint8Array(0x100);
const counts = new Uint8Array(0x100);
for (let code = 0; code < 0x80; code += 1) {
  const letters = lettersIn(String.fromCharCode(code), "lines");
  units[code] = letters.codePointAt(0) ?? 0;
  counts[code] = letters.length;
}

/** For every byte whether it may begin a character of several bytes (1) or go on with it (2). */
const roles = new Uint8Array(0x100);
roles.fill(2, 0x80, 0xc0);
roles.fill(1, 0xc2, 0xf5);
const begins = (1 << 2) | 2;

/**
 * Writes the letters and digits of a text in UTF-8, with a line end for every zero. The same as to decode it and
 * read it with `lettersIn`, but quicker for the many bytes that mean nothing: with those nobody
 * foresees a branch, so there is but one, which is seldom taken.
 */
export function writeUtf8Letters(writer: UnitWriter, bytes: Uint8Array, length: number): void {
  let room = writer.room(length + 1);
  let size = writer.length;
  for (let at = 0; at < length; at += 1) {
    const first = bytes[at] ?? 0;
    room[size] = units[first] ?? 0;
    size += counts[first] ?? 0;
    if ((((roles[first] ?? 0) << 2) | (roles[bytes[at + 1] ?? 0] ?? 0)) !== begins) continue;
    const width = sizeAt(bytes, at, length);
    // What is no character is none by each of its bytes.
    if (width === 0) continue;
    writer.wrote(size, asciiBits);
    writeLetters(writer, pointAt(bytes, at, width), "lines");
    at += width - 1;
    room = writer.room(length - at + 1);
    size = writer.length;
  }
  writer.wrote(size, asciiBits);
}

const asciiBits = 0x7f;

/** Bytes of the character that begins at a byte from 0xc2 to 0xf4; 0 if none does (Unicode, table 3-7). */
function sizeAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + size > length) return 0;
  for (let next = 1; next < size; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const isTooLong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isOutside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isTooLong || isOutside ? 0 : size;
}

/** Bits of the first byte that belong to the character, by the size. */
const firstBits = [0, 0, 0x1f, 0x0f, 0x07];

function pointAt(bytes: Uint8Array, at: number, size: number): number {
  let point = (bytes[at] ?? 0) & (firstBits[size] ?? 0);
  for (let next = 1; next < size; next += 1) {
    point = (point << 6) | ((bytes[at + next] ?? 0) & 0x3f);
  }
  return point;
}
