const empty = "";

/**
 * `text.length`, for texts of every origin: as with `codeAt`, V8 would look for the property anew. The
 * empty text in front makes it sure that it is the length of a string.
 */
export function lengthOf(text: string): number {
  return (empty + text).length;
}
