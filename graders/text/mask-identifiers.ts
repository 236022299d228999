import { isOfKind, letter, number } from "./character-kinds.ts";

/** What is masked, as a pattern; words with digits in them. */
const identifiers = /(?<![\p{L}\p{N}])[\p{L}-]{0,20}\d[\p{L}\p{N}./-]{0,60}/gu;
const longestStart = 20;
const longestRest = 60;
const outsideOfPlane = /[\u{10000}-\u{10ffff}]/u;

/**
 * Numbers and identifiers (`37`, `AZ-2024/17`, `3.500,50`) become blanks of the same length. Their
 * digits are looked for instead of trying the pattern at every letter, which comes to the same.
 */
export function maskIdentifiers(text: string): string {
  if (outsideOfPlane.test(text)) {
    return text.replace(identifiers, (found) => " ".repeat(found.length));
  }
  let masked = "";
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const start = startOf(text, at, done);
    if (start === undefined) continue;
    const end = endOf(text, at + 1);
    masked += text.slice(done, start) + " ".repeat(end - start);
    done = end;
    at = end - 1;
  }
  return done === 0 ? text : masked + text.slice(done);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The earliest place before the digit that is not within a word; undefined for none. */
function startOf(text: string, digit: number, done: number): number | undefined {
  const first = Math.max(done, digit - longestStart);
  let start: number | undefined;
  for (let at = digit; at >= first; at -= 1) {
    if (at < digit && text[at] !== "-" && !isOfKind(text, at, letter)) break;
    if (at === 0 || !isOfKind(text, at - 1, letter | number)) start = at;
  }
  return start;
}

function endOf(text: string, from: number): number {
  const last = Math.min(text.length, from + longestRest);
  let end = from;
  while (end < last && (isOfKind(text, end, letter | number) || "./-".includes(text.charAt(end)))) {
    end += 1;
  }
  return end;
}
