import { codeAt } from "../text/code-at.ts";
import { isOfKind, pointAt } from "../text/character-kinds.ts";
import { plainSpelling } from "../text/plain-letters.ts";
import { unitsOf } from "../text/text-units.ts";
import { UnitWriter } from "../text/unit-writer.ts";
import type { Span } from "./finding.ts";
import { groupKinds } from "./group-units.ts";
import { shortestNumber } from "./number-stretch.ts";

/** Parts of a text that are read: start and end by turns, in rising order. */
export type Stretches = readonly number[];

/**
 * A text without what people put between the characters of a number or value: only letters and
 * digits, in lower case, `ß` as `ss`, umlauts with e (`ü` as `ue`), other letters without their marks
 * (`ş` as `s`, `ı` and `İ` as `i`). Between two stretches there is one blank.
 */
export class CompactText {
  readonly text: string;
  readonly #source: string;
  readonly #stretches: Stretches;
  /**
   * For every unit the offset of its character in the source, times two; odd where a group begins.
   * Most texts are never asked for it.
   */
  #places: readonly number[] | undefined;
  #starts: readonly number[] | undefined;

  constructor(source: string, stretches: Stretches) {
    this.text = stretches.length === 0 ? "" : textOf(source, stretches);
    this.#source = source;
    this.#stretches = stretches;
  }

  /** True where a group of letters and digits of the source begins, or the one before has just ended. */
  isBorder(at: number): boolean {
    return at <= 0 || at >= this.text.length || (this.#placeOf(at) & 1) === 1;
  }

  /** Span of the source for the units from `from` to before `to`. */
  sourceSpan(from: number, to: number): Span {
    const last = this.#placeOf(to - 1) >> 1;
    return { start: this.#placeOf(from) >> 1, end: last + widthAt(this.#source, last) };
  }

  /**
   * Where groups of the source begin, as far as so many units of one stretch follow as the shortest
   * number has.
   */
  get starts(): readonly number[] {
    return (this.#starts ??= this.#readStarts());
  }

  #readStarts(): number[] {
    const starts: number[] = [];
    const { text } = this;
    for (let from = 0, end = 0; from < text.length; from = end + 1) {
      end = text.indexOf(" ", from);
      if (end < 0) end = text.length;
      for (let at = from; at <= end - shortestNumber; at += 1)
        if (this.isBorder(at)) starts.push(at);
    }
    return starts;
  }

  #placeOf(unit: number): number {
    this.#places ??= placesOf(this.#source, this.#stretches);
    return this.#places[unit] ?? 0;
  }
}

/** For looking up a known value: everything but letters and digits is a gap. */
export function valueText(source: string): CompactText {
  return new CompactText(source, [0, source.length]);
}

function widthAt(source: string, at: number): number {
  return pointAt(source, at) > 0xffff ? 2 : 1;
}

const writer = new UnitWriter();

function textOf(source: string, stretches: Stretches): string {
  writer.begin();
  for (let at = 0; at < stretches.length; at += 2) {
    if (writer.length > 0) writer.write(blank);
    readStretch(source, stretches[at] ?? 0, stretches[at + 1] ?? 0);
  }
  return writer.text();
}

/** Gaps are written as well, and then written over, for nobody foresees where they stand. */
function readStretch(source: string, start: number, end: number): void {
  const units = unitsOf(source);
  let room = writer.room(2 * (end - start));
  let size = writer.length;
  let bits = 0;
  for (let at = start; at < end; at += 1) {
    const code = units[at] ?? 0;
    const count = counts[code] ?? uncounted;
    if (count === uncounted && countOf(code) === uncounted) {
      writer.wrote(size, bits);
      writer.writeAll(unitsAt(source, at));
      at += widthAt(source, at) - 1;
      room = writer.room(2 * (end - at));
      size = writer.length;
      continue;
    }
    const unit = unitTable[code] ?? 0;
    const second = unit >>> 16;
    room[size] = unit;
    room[size + 1] = second;
    bits |= unit | second;
    size += counts[code] ?? 0;
  }
  writer.wrote(size, bits & 0xffff);
}

function placesOf(source: string, stretches: Stretches): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    if (places.length > 0) places.push(1);
    placeStretch(places, source, { start: stretches[at] ?? 0, end: stretches[at + 1] ?? 0 });
  }
  return places;
}

function placeStretch(places: number[], source: string, { start, end }: Span): void {
  let opens = 1;
  for (let at = start; at < end; at += 1) {
    const unit = unitOf(codeAt(source, at));
    if (unit > several) {
      places.push(at * 2 + opens);
      if (unit > 0xffff) places.push(at * 2);
      opens = 0;
    } else if (unit === gap) opens = 1;
    else if (unit === several) {
      const { length } = unitsAt(source, at);
      for (let one = 0; one < length; one += 1) places.push(at * 2 + (one === 0 ? opens : 0));
      opens = length === 0 ? 1 : 0;
      at += widthAt(source, at) - 1;
    }
  }
}

/** What a character becomes that is not told by the table; empty for a gap. */
function unitsAt(source: string, at: number): string {
  if (!isOfKind(source, at, groupKinds)) return "";
  return lowerCased(String.fromCodePoint(pointAt(source, at)));
}

const blank = 0x20;
const unread = 0;
const gap = 1;
const dropped = 2;
const several = 3;
/**
 * What every UTF-16 unit becomes: one unit, or two (`ü`) of which the second stands in the upper half,
 * or one of the above; filled as texts ask for it.
 */
const unitTable = new Uint32Array(0x10000);
/** How many units that are. */
const counts = new Uint8Array(0x10000);
const uncounted = 3;
counts.fill(uncounted);

function unitOf(code: number): number {
  const known = unitTable[code] ?? unread;
  if (known !== unread) return known;
  const unit = readUnit(code);
  unitTable[code] = unit;
  return unit;
}

function countOf(code: number): number {
  const unit = unitOf(code);
  const count = unit === several ? uncounted : unit < several ? 0 : unit > 0xffff ? 2 : 1;
  counts[code] = count;
  return count;
}

/** `several` for what becomes more than two units, and for halves of a character. */
function readUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return several;
  const character = String.fromCharCode(code);
  if (!isOfKind(character, 0, groupKinds)) return gap;
  const lower = lowerCased(character);
  if (lower === "") return dropped;
  if (lower.length > 2) return several;
  return lower.charCodeAt(0) + (lower.length === 2 ? lower.charCodeAt(1) * 0x10000 : 0);
}

/** Of the two small sigmas the one within words stands for both. */
function lowerCased(character: string): string {
  const lower = character.toLowerCase().replace("ß", "ss").replace("ς", "σ");
  const plain = plainSpelling(lower);
  return umlauts.get(plain) ?? plain;
}

const umlauts: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
]);
