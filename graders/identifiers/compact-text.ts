import { isOfKind, letter, mark, number } from "../text/character-kinds.ts";
import { plainSpelling } from "../text/plain-letters.ts";
import { UnitWriter } from "../text/unit-writer.ts";
import type { Span } from "./finding.ts";

/** Parts of a text that are read: start and end by turns, in rising order. */
export type Stretches = readonly number[];

/** What a number or value is made of; all else are gaps. */
export const groupKinds = letter | number | mark;

/**
 * A text without what people put between the characters of a number or value: only letters and
 * digits, in lower case, `ß` as `ss`, umlauts with e (`ü` as `ue`), other letters without their marks
 * (`ş` as `s`, `ı` and `İ` as `i`). Between two stretches there is one blank.
 */
export class CompactText {
  readonly text: string;
  /** Units of the longest stretch. */
  readonly longest: number;
  /** Digits of the stretch that has most. */
  readonly mostDigits: number;
  readonly #source: string;
  /** For every unit the offset of its character in the source, times two; odd where a group begins. */
  readonly #places: Int32Array;

  constructor(source: string, stretches: Stretches) {
    const { text, places, longest, mostDigits } = readStretches(source, stretches);
    this.text = text;
    this.longest = longest;
    this.mostDigits = mostDigits;
    this.#source = source;
    this.#places = places;
  }

  /** True where a group of letters and digits of the source begins, or the one before has just ended. */
  isBorder(at: number): boolean {
    return at <= 0 || at >= this.text.length || ((this.#places[at] ?? 0) & 1) === 1;
  }

  /** Span of the source for the units from `from` to before `to`. */
  sourceSpan(from: number, to: number): Span {
    const last = (this.#places[to - 1] ?? 0) >> 1;
    return { start: (this.#places[from] ?? 0) >> 1, end: last + widthAt(this.#source, last) };
  }
}

/** For looking up a known value: everything but letters and digits is a gap. */
export function valueText(source: string): CompactText {
  return new CompactText(source, [0, source.length]);
}

function widthAt(source: string, at: number): number {
  return (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const writer = new UnitWriter();
/** For every unit that was written its place; grows with the longest text. */
let written = new Int32Array(4096);

function readStretches(source: string, stretches: Stretches) {
  // At most three units come of one, and one blank stands before a stretch.
  const most = 3 * source.length + stretches.length;
  writer.begin();
  if (written.length < most) written = new Int32Array(most);
  let [longest, mostDigits] = [0, 0];
  for (let at = 0; at < stretches.length; at += 2) {
    if (writer.length > 0) write(blank, 1);
    const from = writer.length;
    const digits = readStretch(source, stretches[at] ?? 0, stretches[at + 1] ?? 0);
    longest = Math.max(longest, writer.length - from);
    mostDigits = Math.max(mostDigits, digits);
  }
  return { text: writer.text(), places: written.slice(0, writer.length), longest, mostDigits };
}

/** Returns how many digits the stretch has. */
function readStretch(source: string, start: number, end: number): number {
  let opens = 1;
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const unit = unitOf(source.charCodeAt(at));
    if (unit === gap) opens = 1;
    else if (unit === several) {
      const lower = unitsAt(source, at);
      for (let one = 0; one < lower.length; one += 1) {
        write(lower.charCodeAt(one), at * 2 + opens);
        opens = 0;
      }
      if (lower === "") opens = 1;
      at += widthAt(source, at) - 1;
    } else if (unit !== dropped) {
      write(unit, at * 2 + opens);
      opens = 0;
      if (unit >= 0x30 && unit <= 0x39) digits += 1;
    }
  }
  return digits;
}

/** What a character becomes that is not one unit for one; empty for a gap. */
function unitsAt(source: string, at: number): string {
  if (!isOfKind(source, at, groupKinds)) return "";
  return lowerCased(String.fromCodePoint(source.codePointAt(at) ?? 0));
}

function write(unit: number, place: number): void {
  written[writer.length] = place;
  writer.write(unit);
}

const blank = 0x20;
const unread = 0;
const gap = 1;
const dropped = 2;
const several = 3;
/** What every UTF-16 unit becomes, or one of the above, filled as texts ask for it. */
const unitTable = new Uint16Array(0x10000);

function unitOf(code: number): number {
  const known = unitTable[code] ?? unread;
  if (known !== unread) return known;
  const unit = readUnit(code);
  unitTable[code] = unit;
  return unit;
}

/** `several` for what is not one unit, and for halves of a character. */
function readUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return several;
  const character = String.fromCharCode(code);
  if (!isOfKind(character, 0, groupKinds)) return gap;
  const lower = lowerCased(character);
  if (lower === "") return dropped;
  return lower.length === 1 ? lower.charCodeAt(0) : several;
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

/** A run of compact units that begins and ends with a group of the source. */
export interface Form extends Span {
  readonly value: string;
  /** Where it stands in the compact text. */
  readonly index: number;
}

/** What is looked for: `/(?=(…))/gu`, whose group is bounded in length, and what it has at least. */
export interface FormPattern {
  readonly pattern: RegExp;
  readonly units: number;
  readonly digits: number;
}

/** All places where a pattern stands between group borders, also overlapping ones. */
export function formsIn(compact: CompactText, { pattern, units, digits }: FormPattern): Form[] {
  const forms: Form[] = [];
  if (compact.longest < units || compact.mostDigits < digits) return forms;
  for (const match of compact.text.matchAll(pattern)) {
    const value = match[1] ?? "";
    const end = match.index + value.length;
    if (!compact.isBorder(match.index) || !compact.isBorder(end)) continue;
    forms.push({ value, index: match.index, ...compact.sourceSpan(match.index, end) });
  }
  return forms;
}
