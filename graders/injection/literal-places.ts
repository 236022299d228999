import { mayHold, noteTraces, tracesOf } from "../identifiers/letter-traces.ts";
import { needleOf, searchedText } from "../identifiers/searched-text.ts";
import type { TextRange } from "../text/text-span.ts";

/** An effect as written. */
export interface LiteralForm {
  /** Global. */
  readonly pattern: RegExp;
  /** Of letters in the compact form of every text with the effect; short words leave none. */
  readonly traces: readonly number[];
}

/**
 * An effect as written but for case, blanks and marks between words, whole words only; undefined if
 * nothing is left of it.
 */
export function literalForm(effect: string): LiteralForm | undefined {
  const pieces = effect.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isSigned = !/[\p{L}\p{N}]/u.test(effect);
  const kept = isSigned ? pieces : pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (kept.length === 0) return undefined;
  const body = kept.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  const gap = "[^\\p{L}\\p{N}]{0,4}";
  const [before, after] = isSigned ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
  return {
    pattern: new RegExp(before + body.join(gap) + after, "giu"),
    traces: kept.filter((piece) => plainPiece.test(piece)).flatMap(leftBy),
  };
}

/** Letters whose capitals have the same compact form, and digits. */
const plainPiece = /^[0-9A-Za-zÄÖÜäöüß]+$/u;

function leftBy(piece: string): number[] {
  return tracesOf(needleOf(piece).compact);
}

/** Places of one effect that are looked at. */
const mostPlaces = 50;

/** Where the effect stands in a text. */
export function literalPlaces(
  text: string,
  { pattern, traces }: LiteralForm,
): readonly TextRange[] {
  if (!mayStandIn(text, traces)) return nowhere;
  const places: TextRange[] = [];
  pattern.lastIndex = 0;
  while (places.length < mostPlaces) {
    const match = pattern.exec(text);
    if (match === null) break;
    places.push({ start: match.index, end: match.index + match[0].length });
  }
  return places;
}

const nowhere: readonly TextRange[] = [];

/** Nearly all effects stand nowhere, which a pattern is slow to tell. */
function mayStandIn(text: string, traces: readonly number[]): boolean {
  if (traces.length === 0) return true;
  noteTraces(searchedText(text).compact.text);
  for (const trace of traces) if (!mayHold(trace)) return longS.test(text);
  return true;
}

/** To a pattern that ignores case it is an s. */
const longS = /ſ/u;
