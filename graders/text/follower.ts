import {
  endOfRun,
  isOfKind,
  letter,
  lower,
  nextOfKind,
  number,
  oneOf,
  space,
} from "./character-kinds.ts";

/** What follows a mark. `other` can begin a sentence: an address, a paragraph sign, an emoji. */
export interface Follower {
  readonly kind: "upper" | "lower" | "digit" | "other";
  readonly word: string;
}

/** Longest word that is looked at, in code units. */
const longestWord = 40;
/** Quotes, brackets and blanks before a word that are passed over, in code units. */
const mostOpeners = 20;
const isOpener = oneOf(" \t\n\r\u00a0\u202f\"„“”»«›‹‚‘'([*_–—-");
const webAddress = /^(?:www\.|https?:|[^\s@]{1,60}@|[\p{L}\d-]{1,60}\.[\p{L}\d])/u;
/** Where in a text the address that begins it shows, in code units. */
const longestAddress = 100;
const isInAddress = oneOf(".:@");

/** The word at an offset of a text, or behind quotes, brackets and blanks there. */
export function followerAt(text: string, next: number): Follower {
  let start = next;
  while (start < next + mostOpeners && isOpener(text, start)) start += 1;
  const ahead = text.slice(start, start + longestWord);
  const end = endOfRun(ahead, 0, letter);
  if (end === 0) return { kind: isOfKind(ahead, 0, number) ? "digit" : "other", word: "" };
  const word = ahead.slice(0, end);
  if (endOfRun(word, 0, lower) < end) return { kind: "upper", word };
  return { kind: isAddressAt(text, start) ? "other" : "lower", word };
}

function isAddressAt(text: string, start: number): boolean {
  const end = Math.min(nextOfKind(text, start, space), start + longestAddress);
  for (let at = start; at < end; at += 1) {
    if (isInAddress(text, at)) return webAddress.test(text.slice(start, end));
  }
  return false;
}
