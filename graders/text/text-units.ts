/*
 * V8 keeps strings in more than four forms: flat, cut from another or put together, of one or two
 * bytes a unit, known as a name or not. Code that meets all of them, as what reads texts and words
 * does, reaches `text.length` and `text.charCodeAt` only by a look-up that takes ten times as long
 * as the unit itself. Neither of these functions needs it.
 */

const empty = "";

/** The code unit at an offset, as `charCodeAt`. Must not be asked beyond the text, which is slow. */
export function unitAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}

/** The length of a text, as its property of that name. */
export function lengthOf(text: string): number {
  return (empty + text).length;
}
