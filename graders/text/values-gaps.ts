import { isOfKind, space } from "./character-kinds.ts";
import { filler } from "./plain-characters.ts";
import type { ValueToken } from "./values-token.ts";

/** What stands between two tokens, in a text that was made plain; see `ValueToken`. */
export function gapBetween(plain: string, from: number, to: number): ValueToken["gap"] {
  if (to === from) return "none";
  if (to > from + 1) return wideGap(plain, from, to);
  const code = plain.charCodeAt(from);
  if (code === blank) return "blank";
  if (code === lineFeed) return "line";
  return code === fillerCode ? "none" : "wide";
}

const blank = 0x20;
const lineFeed = 0x0a;
const fillerCode = filler.charCodeAt(0);

/** A gap of several characters, of which fillers do not count. */
function wideGap(plain: string, from: number, to: number): ValueToken["gap"] {
  let count = 0;
  let only = 0;
  let hasLine = false;
  let isBlankLine = false;
  for (let at = from; at < to; at += 1) {
    const code = plain.charCodeAt(at);
    if (code === fillerCode) continue;
    count += 1;
    only = code;
    if (code === lineFeed) {
      if (isBlankLine) return "break";
      isBlankLine = true;
      hasLine = true;
    } else if (!isOfKind(plain, at, space)) isBlankLine = false;
  }
  if (count === 0) return "none";
  if (count === 1) return only === blank ? "blank" : "wide";
  return hasLine ? "line" : "wide";
}
