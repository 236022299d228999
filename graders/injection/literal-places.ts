import { codeAt } from "../text/code-at.ts";
import type { TextRange } from "../text/text-span.ts";

/** An effect as written but for case, blanks and marks between words; whole words only. */
export interface LiteralForm {
  /** Sticky. */
  readonly pattern: RegExp;
  /** Characters of ASCII that a match may begin with; undefined for all. */
  readonly firsts: string | undefined;
}

/** Makes the form of an effect; undefined if nothing is left of it. */
export function literalForm(effect: string): LiteralForm | undefined {
  const pieces = effect.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isSigned = !/[\p{L}\p{N}]/u.test(effect);
  const kept = isSigned ? pieces : pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (kept.length === 0) return undefined;
  const body = kept.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&"));
  const gap = "[^\\p{L}\\p{N}]{0,4}";
  const [before, after] = isSigned ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
  const pattern = new RegExp(before + body.join(gap) + after, "iuy");
  return { pattern, firsts: firstsOf(kept[0] ?? "") };
}

/** Of the letters beyond ASCII only the long s and the sign of Kelvin are one of ASCII in another case. */
function firstsOf(piece: string): string | undefined {
  const first = piece.charAt(0);
  if (first === "\u017f" || first === "\u212a") return undefined;
  return first < "\u0080" ? first.toLowerCase() + first.toUpperCase() : "";
}

/** Places of one effect that are looked at. */
const mostPlaces = 50;

/** Where the effect stands in a text; the pattern is tried where its first character stands. */
export function literalPlaces(text: string, { pattern, firsts }: LiteralForm): TextRange[] {
  const places: TextRange[] = [];
  const { length } = text;
  for (let at = 0; at < length && places.length < mostPlaces; at += 1) {
    if (!mayBegin(firsts, codeAt(text, at))) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    places.push({ start: match.index, end });
    at = end - 1;
  }
  return places;
}

function mayBegin(firsts: string | undefined, code: number): boolean {
  if (code >= 0x80 || firsts === undefined) return true;
  return code === codeAt(firsts, 0) || code === codeAt(firsts, 1);
}
