import { UnitWriter } from "../text/unit-writer.ts";
import { lettersIn, writeLetters } from "./letter-text.ts";

const writer = new UnitWriter();

/** For every byte of ASCII what it is read as; 0 for nothing. */
const plainUnits = Uint8Array.from({ length: 0x80 }, (_, code) => {
  return lettersIn(String.fromCharCode(code), "lines").codePointAt(0) ?? 0;
});
/** With bytes below and above these no character of several bytes begins. */
const [lowestFirst, highestFirst] = [0xc2, 0xf4];

/**
 * The letters and digits of a text in UTF-8, with a line end for every zero. The same as to decode it and
 * read it with `lettersIn`, but quicker for the many bytes that mean nothing.
 */
export function lettersInUtf8(bytes: Uint8Array, length: number): string {
  writer.begin();
  for (let at = 0; at < length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      const unit = plainUnits[first] ?? 0;
      if (unit !== 0) writer.write(unit);
    } else if (first >= lowestFirst && first <= highestFirst) {
      const size = sizeAt(bytes, at, length);
      // What is no character is none by each of its bytes.
      if (size === 0) continue;
      writeLetters(writer, pointAt(bytes, at, size), "lines");
      at += size - 1;
    }
  }
  return writer.text();
}

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
