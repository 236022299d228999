import type { TextRange } from "../text/text-span.ts";

/**
 * An effect as written but for case, blanks and marks between words, whole words only, as a global
 * pattern; undefined if nothing is left of it.
 */
export function literalForm(effect: string): RegExp | undefined {
  const pieces = effect.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isSigned = !/[\p{L}\p{N}]/u.test(effect);
  const kept = isSigned ? pieces : pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (kept.length === 0) return undefined;
  const body = kept.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  const gap = "[^\\p{L}\\p{N}]{0,4}";
  const [before, after] = isSigned ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
  return new RegExp(before + body.join(gap) + after, "giu");
}

/** Places of one effect that are looked at. */
const mostPlaces = 50;

/** Where the effect stands in a text. */
export function literalPlaces(text: string, form: RegExp): TextRange[] {
  const places: TextRange[] = [];
  form.lastIndex = 0;
  while (places.length < mostPlaces) {
    const match = form.exec(text);
    if (match === null) break;
    places.push({ start: match.index, end: match.index + match[0].length });
  }
  return places;
}
