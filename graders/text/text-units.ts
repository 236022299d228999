/** Room for most answers. */
const usualRoom = 4096;
/** Zeros behind a text, so that a loop may look ahead. */
const behind = 16;

let bytes = Buffer.alloc(usualRoom * 2);
let units = viewOf(bytes);
let latest = "";

/**
 * The UTF-16 units of a text with sixteen zeros behind, for loops over a whole text: an array of numbers is read
 * three times as fast as a string is asked for unit after unit, and to write them there costs little. Good until
 * the next text is asked for. For single places and short texts `codeAt` is right.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === latest) return units;
  const { length } = text;
  if (length + behind > units.length) {
    bytes = Buffer.alloc((length + behind) * 4);
    units = viewOf(bytes);
  }
  bytes.write(text, 0, "utf16le");
  for (let at = length; at < length + behind; at += 1) units[at] = 0;
  latest = text;
  return units;
}

function viewOf({ buffer, byteOffset, length }: Buffer): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length / 2);
}
