import { bitOf, type CueFamily, type CueStarts } from "./cue-starts.ts";
import cues from "./cues.json" with { type: "json" };
import type { Span } from "./finding.ts";

/** Cue words up to this length are whole words; „Az“ is no cue in „Azubi“. */
const longestWhole = 4;

/** Words of a family as a pattern: short words stand alone, long ones may go on („Ausweis…“). */
export function cueSource(family: CueFamily): string {
  const longestFirst = cues[family].toSorted((a, b) => b.length - a.length);
  const words = longestFirst.map((word) => {
    const loose = escaped(word).replaceAll(" ", String.raw`\s`);
    return word.length <= longestWhole ? String.raw`${loose}(?!\p{L})` : loose;
  });
  return String.raw`(?<!\p{L})(?:${words.join("|")})`;
}

const lengths = new Map(
  Object.entries(cues).map(([family, words]) => [
    family,
    Math.max(...words.map(({ length }) => length)),
  ]),
);

/** Units of the longest cue of a family. */
export function longestCue(family: CueFamily): number {
  return lengths.get(family) ?? 0;
}

/** Where cues of a family are looked for. */
export interface CueSearch {
  readonly starts: CueStarts;
  readonly family: CueFamily;
}

/** May a word of the family begin from here to before there? */
export function mayBeginIn({ starts, family }: CueSearch, { start: from, end: to }: Span): boolean {
  const bit = bitOf(family);
  for (let at = firstFrom(starts, from); at < starts.length; at += 2) {
    if ((starts[at] ?? 0) >= to) return false;
    if (((starts[at + 1] ?? 0) & bit) !== 0) return true;
  }
  return false;
}

/** Place in the list of the first word that begins at or behind an offset. */
function firstFrom(starts: CueStarts, offset: number): number {
  let [low, high] = [0, starts.length >> 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[2 * middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** The matches of a sticky pattern that begins with `cueSource` of the family. */
export function matchesAtCues(
  text: string,
  pattern: RegExp,
  { starts, family }: CueSearch,
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const bit = bitOf(family);
  let next = 0;
  for (let at = 0; at < starts.length; at += 2) {
    const start = starts[at] ?? 0;
    if (start < next || ((starts[at + 1] ?? 0) & bit) === 0) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    matches.push(match);
    next = start + match[0].length;
  }
  return matches;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
