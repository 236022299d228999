import { findPlaceholders, placeholderNames } from "./placeholder.ts";

/** Longest value (UTF-16 code units) that a placeholder can stand for. */
const longestValue = 100;
/** Spellings kept of one placeholder: „Rolf Petry“, „Herr Petry“. */
const mostValues = 4;
/** So much of the literal text beside a placeholder has to be equal; the second if the first is not. */
const anchorLengths = [24, 12] as const;
/** After a difference, a shorter text in front of a placeholder could stand anywhere. */
const shortestAnchor = 8;
/** Misses in a row after which two texts are taken for different ones; keeps the time linear. */
const mostMisses = 8;

/**
 * Learns what each placeholder of a pseudonymised text stands for in the raw text, by what stands
 * before and behind it in both. A placeholder that cannot be aligned, because the text beside it
 * differs or because two of them touch, has no values. A name in brackets that the raw text has
 * too is no placeholder. Linear in the length of both texts.
 */
export function placeholderValues(
  rawText: string,
  pseudonymisedText: string,
): Map<string, readonly string[]> {
  const raw = flat(rawText);
  const pseudonymised = flat(pseudonymisedText);
  const inRaw = placeholderNames(raw);
  const found = findPlaceholders(pseudonymised).filter(({ name }) => !inRaw.has(name));
  const values = new Map<string, string[]>(found.map(({ name }) => [name, []]));
  let place: Place = { at: 0, reach: 0, misses: 0 };
  for (const [index, { name, start, end }] of found.entries()) {
    const next = found[index + 1];
    const before = pseudonymised.slice(found[index - 1]?.end ?? 0, start);
    const behind = pseudonymised.slice(end, next?.start);
    const value = valueBetween(raw, place, { before, behind, isLast: next === undefined });
    place = value === undefined ? missed(place, before) : { at: value.end, reach: 0, misses: 0 };
    if (place.misses > mostMisses) break;
    if (value !== undefined) remember(values.get(name) ?? [], value.text);
  }
  return values;
}

/** Where the alignment is in the raw text. */
interface Place {
  readonly at: number;
  /** How much text may have been passed over since the last placeholder that was aligned. */
  readonly reach: number;
  readonly misses: number;
}

/** The literal text on both sides of a placeholder. */
interface Sides {
  readonly before: string;
  readonly behind: string;
  readonly isLast: boolean;
}

interface FoundValue {
  readonly text: string;
  readonly end: number;
}

/** Composed; a row of blanks is one space, a row with line breaks one line break. */
function flat(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\s+/gu, (blanks) => (blanks.includes("\n") ? "\n" : " "))
    .trim();
}

function valueBetween(raw: string, place: Place, sides: Sides): FoundValue | undefined {
  const start = startOfValue(raw, place, sides.before);
  if (start === undefined) return undefined;
  const end = endOfValue(raw, start, sides);
  if (end === undefined || end - start > longestValue) return undefined;
  const text = raw.slice(start, end).trim();
  return /[\p{L}\d].*[\p{L}\d]/su.test(text) ? { text, end } : undefined;
}

/** Behind the text in front of a placeholder: right here, or its end a little further on. */
function startOfValue(raw: string, { at, reach }: Place, before: string): number | undefined {
  if (reach === 0 && raw.startsWith(before, at)) return at + before.length;
  const window = raw.slice(at, at + reach + before.length + longestValue);
  for (const length of anchorLengths) {
    const tail = before.slice(-length);
    if (tail.trim().length < shortestAnchor) return undefined;
    const offset = window.indexOf(tail);
    if (offset >= 0) return at + offset + tail.length;
  }
  return undefined;
}

/** In front of the text behind a placeholder; the last one may reach to the end. */
function endOfValue(raw: string, start: number, { behind, isLast }: Sides): number | undefined {
  if (isLast && raw.endsWith(behind)) return raw.length - behind.length;
  if (behind === "") return undefined;
  const window = raw.slice(start, start + longestValue + anchorLengths[0]);
  for (const length of anchorLengths) {
    const offset = window.indexOf(behind.slice(0, length));
    if (offset >= 0) return start + offset;
  }
  return undefined;
}

function missed({ at, reach, misses }: Place, before: string): Place {
  return { at, reach: reach + before.length + longestValue, misses: misses + 1 };
}

function remember(known: string[], value: string): void {
  if (known.length < mostValues && !known.includes(value)) known.push(value);
}
