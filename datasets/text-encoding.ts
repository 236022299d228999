import { isUtf8 } from "node:buffer";

/** How the letters of a text file may be stored; the names are those of `TextDecoder`. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * How a file is stored: UTF-16 by its byte-order mark or by a NUL in every other byte of its start
 * (Excel's "Unicode Text"), UTF-8 when it is valid, else Windows-1252. A NUL that is there for
 * another reason (a workbook, a picture) is none of them: undefined.
 */
export function guessEncoding(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (!bytes.includes(0)) return isUtf8(bytes) ? "utf-8" : "windows-1252";
  const sample = bytes.subarray(0, 1000);
  const [evenNuls, oddNuls] = countNuls(sample);
  // In UTF-16, Western letters have a NUL each; a single one is none of them.
  const fewest = sample.length / 4;
  if (oddNuls > fewest && evenNuls === 0) return "utf-16le";
  return evenNuls > fewest && oddNuls === 0 ? "utf-16be" : undefined;
}

/** NUL bytes at even and at odd offsets. */
function countNuls(bytes: Buffer): [number, number] {
  const offsets = [...bytes.entries()].flatMap(([at, byte]) => (byte === 0 ? [at] : []));
  const even = offsets.filter((at) => at % 2 === 0).length;
  return [even, offsets.length - even];
}
