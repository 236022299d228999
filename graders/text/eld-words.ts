import { TextUnits } from "./text-units.ts";

const letter = 1;
const apostrophe = 2;
const apostrophes = "'`\u2019";

/** What the separators of eld make of every character below U+10000: a letter, an apostrophe or neither. */
export function letterTable(separators: RegExp): Uint8Array {
  const separator = new RegExp(separators.source, "u");
  const table = Uint8Array.from({ length: 0x10000 }, (_unused, code) =>
    separator.test(String.fromCharCode(code)) ? 0 : letter,
  );
  for (const sign of apostrophes) table[sign.charCodeAt(0)] = apostrophe;
  return table;
}

/** A part of a text that is read by itself, without a copy of it. */
export interface TextPart {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the words of a part of a text as eld cuts them: letters, with the apostrophes right before,
 * within and, at the end of the part, behind them. One reader reads one part after the other.
 *
 * @example
 * reader.begin({ text: "Geht’s gut?", from: 0, to: 11 });
 * while (reader.next()) words.push([reader.start, reader.end]); // [0, 6], [7, 10]
 */
export class EldWordReader {
  readonly #kinds: Uint8Array;
  readonly #textUnits = new TextUnits();
  #units = this.#textUnits.read("");
  #to = 0;
  /** Of the word that was found last. */
  start = 0;
  end = 0;

  constructor(kinds: Uint8Array) {
    this.#kinds = kinds;
  }

  begin({ text, from, to }: TextPart): void {
    this.#units = this.#textUnits.read(text);
    this.#to = to;
    this.start = from;
    this.end = from;
  }

  /** Goes on to the next word; false when there is none. */
  next(): boolean {
    const before = this.end;
    let end = this.#letterFrom(before);
    this.start = this.#apostrophesBefore(before, end);
    this.end = end;
    if (this.start === this.#to) return false;
    while (end < this.#to) {
      end = this.#endOfLetters(end);
      // Only an apostrophe can lead on.
      if (end < this.#to && this.#kinds[this.#units[end] ?? 0] !== apostrophe) break;
      const next = this.#letterFrom(end);
      if (this.#apostrophesBefore(end, next) > end) break;
      end = next;
    }
    this.end = end;
    return true;
  }

  /** Offset of the next letter, or the end of the part. */
  #letterFrom(at: number): number {
    const [kinds, units, to] = [this.#kinds, this.#units, this.#to];
    let next = at;
    while (next < to && kinds[units[next] ?? 0] !== letter) next += 1;
    return next;
  }

  #endOfLetters(at: number): number {
    const [kinds, units, to] = [this.#kinds, this.#units, this.#to];
    let end = at;
    while (end < to && kinds[units[end] ?? 0] === letter) end += 1;
    return end;
  }

  /** Where the apostrophes at the end of a range begin. */
  #apostrophesBefore(start: number, end: number): number {
    let first = end;
    while (first > start && this.#kinds[this.#units[first - 1] ?? 0] === apostrophe) first -= 1;
    return first;
  }
}
