import { codeAt } from "../text/code-at.ts";

/** Zeros and ones of the shortest run, and digits of the shortest one of base 16. */
const shortestBinary = 40;
const shortestHex = 10;

/** Are there too few zeros and ones for a run? */
export function hasFewBits(text: string): boolean {
  let bits = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) if ((codeAt(text, at) & ~1) === 0x30) bits += 1;
  return bits < shortestBinary;
}

/** Are there never enough digits of base 16 with nothing between them that may stand there? */
export function hasFewHexDigits(text: string): boolean {
  let digits = 0;
  const { length } = text;
  for (let at = 0; at < length && digits < shortestHex; at += 1) {
    const code = codeAt(text, at);
    const kind = code < 0x80 ? hexKinds[code] : hexGap;
    if (kind === hexDigit) digits += 1;
    else if (kind !== hexGap) digits = 0;
  }
  return digits < shortestHex;
}

const hexDigit = 1;
const hexGap = 2;
/** Digits of base 16, and what may stand between two of them; beyond ASCII that may be anything. */
const hexKinds = new Uint8Array(0x80);
for (const digit of "0123456789abcdefABCDEF") hexKinds[digit.charCodeAt(0)] = hexDigit;
for (const sign of " \t\n\v\f\r:;,.|_#-xX\\") hexKinds[sign.charCodeAt(0)] = hexGap;
