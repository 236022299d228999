import { isOfKind, oneOf, space } from "../text/character-kinds.ts";

/** Does a letter or an underscore stand before the place? */
export function isBehindLetter(text: string, start: number): boolean {
  // Mostly there is a blank, which needs no pattern.
  return text[start - 1] !== " " && /[\p{L}_]$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** `## 3` */
export function isHeading(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!before.includes("#")) return false;
  return /(?:^|\n)#{1,6}\s{1,3}$/u.test(start <= 12 ? `\n${before}` : before);
}

/** Most signs and blanks between the start of a line and its number. */
const longestMargin = 8;
const isMargin = oneOf(">*_#•–(|-");

/** Only blanks, signs of a list and the like stand before the place on its line. */
export function beginsLine(text: string, start: number): boolean {
  for (let at = start - 1; at >= start - longestMargin - 1; at -= 1) {
    if (at < 0 || text[at] === "\n") return true;
    if (!isMargin(text, at) && !isOfKind(text, at, space)) return false;
  }
  return false;
}

const isMark = oneOf("*_.");

/** Do only blanks and signs of emphasis follow on the line, as far as that is looked at? */
export function endsLine(text: string, from: number, longest: number): boolean {
  const last = Math.min(text.length, from + longest);
  for (let at = from; at < last && text[at] !== "\n"; at += 1) {
    if (!isMark(text, at) && !isOfKind(text, at, space)) return false;
  }
  return true;
}
