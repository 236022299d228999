import { endOfRun, letter, nextOfKind, pointAt } from "../text/character-kinds.ts";

/** Has a text so many runs of two or more letters, as `\p{L}{2,}` finds them? */
export function hasWords(text: string, wanted: number): boolean {
  let words = 0;
  let at = nextOfKind(text, 0, letter);
  while (at < text.length && words < wanted) {
    const end = endOfRun(text, at, letter);
    const isPair = pointAt(text, at) > 0xffff;
    if (end > at + (isPair ? 2 : 1)) words += 1;
    at = nextOfKind(text, end, letter);
  }
  return words >= wanted;
}
