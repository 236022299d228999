import { letterSteps } from "./letter-steps.ts";
import { pointAt } from "../text/character-kinds.ts";
import { unitsOf } from "../text/text-units.ts";
import { UnitWriter } from "../text/unit-writer.ts";
import type { MappedText } from "./mapped-text.ts";
import { readCharacter, type Reading } from "./read-character.ts";

/**
 * A text of nothing but letters and digits: lower case, without marks, look-alikes as Latin. Few
 * texts are asked where their letters come from, so that is worked out when first asked for.
 */
export class LetterText implements MappedText {
  readonly text: string;
  readonly #source: MappedText;
  readonly #reading: Reading;
  #places: LetterPlaces | undefined;
  #steps: string | undefined;

  constructor(source: MappedText, reading: Reading) {
    this.text = lettersIn(source.text, reading);
    this.#source = source;
    this.#reading = reading;
  }

  get starts(): readonly number[] {
    return this.#find().starts;
  }

  get ends(): readonly number[] {
    return this.#find().ends;
  }

  /** The same for every shift of the alphabet. */
  get steps(): string {
    return (this.#steps ??= letterSteps(this.text));
  }

  /** True where a run of letters and digits of the source begins or has just ended. */
  isBorder(at: number): boolean {
    return this.#find().borders.has(at);
  }

  #find(): LetterPlaces {
    return (this.#places ??= letterPlaces(this.#source, this.#reading));
  }
}

/** Reads the letters and digits of a text. */
export function letterText(source: MappedText, reading: Reading = "plain"): LetterText {
  return new LetterText(source, reading);
}

interface LetterPlaces {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly borders: ReadonlySet<number>;
}

function letterPlaces(source: MappedText, reading: Reading): LetterPlaces {
  const starts: number[] = [];
  const ends: number[] = [];
  const borders = new Set<number>([0]);
  let at = 0;
  for (const character of source.text) {
    const letters = lettersOf(character, reading);
    if (letters === undefined) borders.add(starts.length);
    for (let unit = 0; unit < (letters?.length ?? 0); unit += 1) {
      starts.push(source.starts[at] ?? 0);
      ends.push(source.ends[at + character.length - 1] ?? 0);
    }
    at += character.length;
  }
  borders.add(starts.length);
  return { starts, ends, borders };
}

/** The letters and digits of a text without the way back. */
export function lettersIn(text: string, reading: Reading = "plain"): string {
  writer.begin();
  const table = unitTables[reading];
  const units = unitsOf(text);
  const { length } = text;
  let room = writer.room(length + 1);
  let [size, bits] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const unit = table[units[at] ?? 0] ?? unread;
    if (unit < nothing) {
      const point = pointAt(text, at);
      writer.wrote(size, bits);
      writeLetters(writer, point, reading);
      if (point > 0xffff) at += 1;
      room = writer.room(length - at + 1);
      size = writer.length;
      continue;
    }
    // Nothing is written as well, and then written over.
    const isNothing = unit >> 31;
    room[size] = unit;
    bits |= unit & ~isNothing;
    size += 1 + isNothing;
  }
  writer.wrote(size, bits);
  return writer.text();
}

/** Writes what a character, given by its code point, is read as. */
export function writeLetters(to: UnitWriter, point: number, reading: Reading): void {
  const known = unitTables[reading][point] ?? (point > 0xffff ? several : unread);
  const unit = known === unread ? learnUnit(point, reading) : known;
  if (unit >= 0) to.write(unit);
  else if (unit === several) to.writeAll(lettersOf(String.fromCodePoint(point), reading) ?? "");
}

/** Where letters are put together before they become a string. */
const writer = new UnitWriter();
const nothing = -1;
const several = -2;
const unread = -3;
const unitCount = 0x1_0000;

/** For every UTF-16 unit the one it is read as, filled as texts ask for it. */
const unitTables: Record<Reading, Int32Array> = {
  plain: new Int32Array(unitCount).fill(unread),
  stroke: new Int32Array(unitCount).fill(unread),
  dot: new Int32Array(unitCount).fill(unread),
  lines: new Int32Array(unitCount).fill(unread),
};

/** `several` for what is read as more than one letter, and for halves of a character. */
function learnUnit(code: number, reading: Reading): number {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const letters = isHalf ? undefined : (lettersOf(String.fromCharCode(code), reading) ?? "");
  const unit = letters === "" ? nothing : letters?.length === 1 ? letters.charCodeAt(0) : several;
  unitTables[reading][code] = unit;
  return unit;
}

const remembered: Record<Reading, Map<string, string | undefined>> = {
  plain: new Map(),
  stroke: new Map(),
  dot: new Map(),
  lines: new Map(),
};
const mostRemembered = 4000;

/** Undefined for what separates; empty for what cannot be seen. */
function lettersOf(character: string, reading: Reading): string | undefined {
  const known = remembered[reading];
  if (known.has(character)) return known.get(character);
  const letters = readCharacter(character, reading);
  if (known.size < mostRemembered) known.set(character, letters);
  return letters;
}
