import { endOfRun, letter, nextOfKind } from "../text/character-kinds.ts";
import cues from "./cues.json" with { type: "json" };

/** Families of cue words; the words stand in `cues.json`. */
export type CueFamily = keyof typeof cues;

/** Words of a text that may begin a cue: offset and families (as bits) by turns. */
export type CueStarts = readonly number[];

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

/** One pass for all families: most words do not begin like any cue. */
export function cueStarts(text: string): CueStarts {
  const starts: number[] = [];
  for (let start = nextOfKind(text, 0, letter); start < text.length;) {
    const end = endOfRun(text, start, letter);
    const families = familiesAt(text, start, end);
    if (families !== 0) starts.push(start, families);
    start = nextOfKind(text, end, letter);
  }
  return starts;
}

/** The matches of a sticky pattern that begins with `cueSource` of the family. */
export function matchesAtCues(
  text: string,
  pattern: RegExp,
  { starts, family }: { readonly starts: CueStarts; readonly family: CueFamily },
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const bit = 1 << families.indexOf(family);
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

const families = Object.keys(cues) as CueFamily[];

/** For the first three letters of a word, five bits each, the families with a cue that begins so. */
const beginnings = new Int32Array(2 ** 15);
for (const [number, family] of families.entries()) {
  for (const word of cues[family]) {
    const letters = /^\p{L}+/u.exec(word)?.[0] ?? "";
    const key = beginningOf(letters, 0, letters.length);
    beginnings[key] = (beginnings[key] ?? 0) | (1 << number);
  }
}

/** Families of which a cue may begin with this run of letters, as bits; more than do. */
function familiesAt(text: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + 3; at += 1) {
    // „ſ“ is an s of another look to a pattern that ignores case.
    if (text.charCodeAt(at) > lastLatin) return -1;
  }
  return beginnings[beginningOf(text, start, end)] ?? 0;
}

const lastLatin = 0xff;

/** The last five bits are the same for both cases of a Latin letter. */
function beginningOf(text: string, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < start + 3; at += 1) {
    key = (key << 5) | (at < end ? text.charCodeAt(at) & 0x1f : 0);
  }
  return key;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
