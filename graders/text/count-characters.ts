import { codeAt } from "./code-at.ts";

/** What is known of a character below U+10000. */
const unknown = 0;
const no = 1;
const yes = 2;

/** Counts characters of a text, or of a part of it. */
export type CharacterCounter = (text: string, from?: number, to?: number) => number;

/**
 * Makes a counter of the characters (code points) that a pattern for a single one matches: as many
 * as `text.match` with the flag `g` finds, without making a string of each. The pattern is asked once
 * of every character that is met.
 *
 * @example
 * const countDigits = characterCounter(/\d/u);
 * countDigits("3 von 12"); // 3
 */
export function characterCounter(pattern: RegExp): CharacterCounter {
  const table = new Uint8Array(0x10000);
  return (text, from = 0, to = text.length) => {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const code = codeAt(text, at);
      const known = table[code] ?? unknown;
      if (known !== unknown) {
        count += known - no;
        continue;
      }
      const point = at + 1 < to ? (text.codePointAt(at) ?? code) : code;
      const isCounted = pattern.test(String.fromCodePoint(point));
      if (isCounted) count += 1;
      if (point > 0xffff) at += 1;
      // The first half of a pair may stand alone another time.
      else if (code < 0xd800 || code > 0xdbff) table[code] = isCounted ? yes : no;
    }
    return count;
  };
}

/** Letters of any script. */
export const countLetters = characterCounter(/\p{L}/u);
