import { codeAt } from "../text/code-at.ts";
import { UnitWriter } from "../text/unit-writer.ts";
import type { Base64Runs } from "./base64-runs.ts";
import { lettersIn } from "./letter-text.ts";
import { mayHoldForm, type SoughtLetters } from "./sought-letters.ts";
import { writeUtf8Letters } from "./utf8-letters.ts";

const writer = new UnitWriter();
const lineEnd = 0x0a;

/**
 * The letters and digits of runs that are decoded as `Buffer` does, each from so many characters behind its start,
 * with a line end behind every run; undefined if none of the sought forms can stand there, as in most texts. Bits
 * that make no whole byte are left out. A run with zeros in it is UTF-16 or the like: its zeros go, and the rest
 * is taken for Latin-1, else for UTF-8. For hundreds of short runs that is faster than a call each.
 */
export function decodedLetters(
  { runs, sextets }: Base64Runs,
  skipped: number,
  sought: SoughtLetters,
): string | undefined {
  // Three bytes for every four characters.
  if (decoded.bytes.length < sextets.length) decoded.bytes = new Uint8Array(sextets.length);
  writer.begin();
  for (let run = 0; run < runs.length; run += 2) {
    decode(sextets, (runs[run] ?? 0) + skipped, runs[run + 1] ?? 0);
    writeLetters(decoded);
    writer.write(lineEnd);
  }
  return mayHoldForm(writer.room(0), writer.length, sought) ? writer.text() : undefined;
}

/** False if bytes hold none of the forms, read as decoded runs are. */
export function mayBytesHold(read: DecodedBytes, sought: SoughtLetters): boolean {
  writer.begin();
  writeLetters(read);
  return mayHoldForm(writer.room(0), writer.length, sought);
}

/** Bytes that a run stands for. */
export interface DecodedBytes {
  bytes: Uint8Array;
  length: number;
  hasZero: boolean;
}

/** The run that was decoded last. */
const decoded: DecodedBytes = { bytes: new Uint8Array(4096), length: 0, hasZero: false };

/** Decodes six bits a character, four at a time. */
function decode(sextets: Uint8Array, start: number, end: number): void {
  const { bytes } = decoded;
  let [length, zeros] = [0, 0];
  for (let at = start; at + 1 < end; at += 4) {
    const third = at + 2 < end ? (sextets[at + 2] ?? 0) : 0;
    const fourth = at + 3 < end ? (sextets[at + 3] ?? 0) : 0;
    const four =
      ((sextets[at] ?? 0) << 18) | ((sextets[at + 1] ?? 0) << 12) | (third << 6) | fourth;
    bytes[length] = four >> 16;
    bytes[length + 1] = four >> 8;
    bytes[length + 2] = four;
    const count = Math.min(end - at, 4) - 1;
    zeros |= four - 0x1_0000;
    // Only whole bytes are looked at.
    if (count > 1) zeros |= (four & 0xff00) - 0x100;
    if (count > 2) zeros |= (four & 0xff) - 1;
    length += count;
  }
  decoded.length = length;
  decoded.hasZero = zeros < 0;
}

function writeLetters({ bytes, length, hasZero }: DecodedBytes): void {
  if (hasZero) writeLatinLetters(bytes, length);
  else writeUtf8Letters(writer, bytes, length);
}

/** What the bytes of Latin-1 are read as; nothing for a zero. */
const latinLetters = Array.from({ length: 0x100 }, (_, code) =>
  code === 0 ? "" : lettersIn(String.fromCharCode(code)),
);
const latinUnits = Uint16Array.from(latinLetters, (letters) => letters.codePointAt(0) ?? 0);
const latinCounts = Uint8Array.from(latinLetters, ({ length }) => length);
const mostLetters = Math.max(...latinCounts);

function writeLatinLetters(bytes: Uint8Array, length: number): void {
  const room = writer.room(mostLetters * length + 1);
  let size = writer.length;
  let bits = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    const unit = latinUnits[byte] ?? 0;
    const count = latinCounts[byte] ?? 0;
    room[size] = unit;
    bits |= unit;
    for (let one = 1; one < count; one += 1) {
      const next = codeAt(latinLetters[byte] ?? "", one);
      room[size + one] = next;
      bits |= next;
    }
    size += count;
  }
  writer.wrote(size, bits);
}
