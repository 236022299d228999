import { cueStarts, type CueFamily, type CueStarts } from "./cue-starts.ts";
import { cueSource, longestCue, mayBeginIn, matchesAtCues } from "./cue-words.ts";
import type { Span } from "./finding.ts";

/** Where the cue words of a text stand; looked up once per family, when first asked. */
export class CueIndex {
  readonly #text: string;
  #starts: CueStarts | undefined;
  readonly #known = new Map<CueFamily, readonly Span[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Words that may begin a cue. */
  starts(): CueStarts {
    return (this.#starts ??= cueStarts(this.#text));
  }

  /** The cues of a family. */
  of(family: CueFamily): readonly Span[] {
    const known = this.#known.get(family);
    if (known !== undefined) return known;
    const places = findCues(this.#text, family, this.starts());
    this.#known.set(family, places);
    return places;
  }
}

/** A text with its cues. */
interface CuedText {
  readonly full: string;
  readonly cues: CueIndex;
}

/** How far away a cue may stand, in characters. */
interface Reach {
  readonly family: CueFamily;
  readonly before: number;
  readonly after?: number;
}

/** True when a cue word of the family stands near the span, in the same paragraph. */
export function hasCueNear(text: CuedText, span: Span, reach: Reach): boolean {
  const { before, after = 0, family } = reach;
  const places = text.cues.of(family);
  const next = firstFrom(places, span.start);
  const left = places[next - 1];
  if (left !== undefined && left.start >= span.start - before && sameParagraph(text, left, span)) {
    return true;
  }
  if (after === 0) return false;
  const right = places.slice(next, next + 3).find(({ start }) => start >= span.end);
  return right !== undefined && right.start < span.end + after && sameParagraph(text, span, right);
}

/**
 * True when the text before the span ends with a cue word that labels it: „Steuer-ID: “,
 * „Steuernummer lautet “. No digit and no sentence end stands between the two.
 */
export function hasLabel(text: CuedText, span: Span, family: CueFamily): boolean {
  const places = text.cues.of(family);
  const left = places[firstFrom(places, span.start) - 1];
  if (left === undefined || left.end > span.start || left.end < span.start - labelReach)
    return false;
  return labelBridge.test(text.full.slice(left.end, span.start));
}

/** May one of the numbers in a stretch have a label? True for a few that have none. */
export function mayHaveLabel(cues: CueIndex, { start, end }: Span, family: CueFamily): boolean {
  const from = start - labelReach - longestCue(family);
  return mayBeginIn({ starts: cues.starts(), family }, { start: from, end });
}

/** True when the number is labelled as one of trade: „Kundennummer 1“, „ISBN-13: 1“. */
export function isTradeNumber(text: CuedText, span: Span): boolean {
  const places = text.cues.of("trade-number");
  const left = places[firstFrom(places, span.start) - 1];
  if (left === undefined || left.end > span.start || left.end < span.start - labelReach)
    return false;
  return tradeBridge.test(text.full.slice(left.end, span.start));
}

const labelReach = 70;
const tradeBridge = /^(?:-1[03]|[\p{L}-]{0,15}\.?)(?: ?-?Nr\.?)?[: ]{0,3}$/iu;
const labelBridge = /^[\p{L}-]{0,25}\.?(?:-?Nr\.)?[^.!?;\d]{0,40}$/iu;

const patterns = new Map<CueFamily, RegExp>();

function findCues(text: string, family: CueFamily, starts: CueStarts): Span[] {
  const pattern = patterns.get(family) ?? new RegExp(cueSource(family), "iuy");
  patterns.set(family, pattern);
  const places: Span[] = [];
  for (const { 0: word, index } of matchesAtCues(text, pattern, { starts, family })) {
    places.push({ start: index, end: index + word.length });
  }
  return places;
}

/** Index of the first place that begins at or behind an offset. */
function firstFrom(places: readonly Span[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameParagraph(text: CuedText, left: Span, right: Span): boolean {
  return !text.full.slice(left.end, right.start).includes("\n\n");
}
