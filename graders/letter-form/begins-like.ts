import { codeAt } from "../text/code-at.ts";

/** A line by what it is read from. */
interface Line {
  readonly text: string;
}

/**
 * Makes a test of lines for a pattern of their beginning. `firsts` are the ASCII characters it can begin
 * with, blanks left out: hardly any line begins with one of them, so that the pattern is seldom asked.
 */
export function beginsLike(pattern: RegExp, firsts: string): (line: Line) => boolean {
  const table = new Uint8Array(0x80);
  for (const character of firsts.replaceAll(" ", "")) table[character.charCodeAt(0)] = 1;
  return ({ text }) => {
    const code = text.length === 0 ? 0 : codeAt(text, 0);
    return code < table.length && table[code] === 1 && pattern.test(text);
  };
}
