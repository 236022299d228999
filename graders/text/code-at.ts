/**
 * `text.charCodeAt(at)`, for loops over texts of every origin. V8 keeps strings in some ten shapes (one or two
 * bytes, slices, joined ones, …); where more than four meet in one place, every look for the method costs
 * five times as much as the method. Called this way it is never looked for.
 */
export function codeAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}
