import {
  endOfRun,
  isOfKind,
  kindsOf,
  letter,
  mark,
  nextOfKind,
  number,
  pointAt,
  sign,
} from "../text/character-kinds.ts";
import { codeAt } from "../text/code-at.ts";
import { TextUnits } from "../text/text-units.ts";
import { longer } from "../text/longer.ts";

const inWords = letter | mark | number;
const fewestTokens = 512;
const textUnits = new TextUnits();

/**
 * The words of a text as `[\p{L}\p{M}\p{N}]+` finds them, and its signs one by one. They are read without
 * a copy of their letters; two are the same if their letters are in lower case.
 */
export class LowerTokens {
  text = "";
  size = 0;
  /** Offsets (UTF-16 code units) of the tokens in the text. */
  starts = new Int32Array(fewestTokens);
  ends = new Int32Array(fewestTokens);
  /** Hashes of the letters in lower case. */
  hashes = new Int32Array(fewestTokens);
  /** Length of the longest token in lower case. */
  longest = 0;

  /** Reads a text, which takes the place of the one before. */
  read(text: string): void {
    const { length } = text;
    const codes = textUnits.read(text);
    this.text = text;
    this.size = 0;
    this.longest = 0;
    for (let at = 0; at < length;) at = this.#readNext(codes, at, length);
  }

  /** Is a token a word, and no sign? */
  isWord(at: number): boolean {
    return isOfKind(this.text, this.starts[at] ?? 0, inWords);
  }

  /** The letters of a token in lower case. */
  lower(at: number): string {
    return this.text.slice(this.starts[at], this.ends[at]).toLowerCase();
  }

  /** Is a token the same as one of this or another text? */
  isSame(at: number, other: LowerTokens, otherAt: number): boolean {
    if (this.hashes[at] !== other.hashes[otherAt]) return false;
    const start = this.starts[at] ?? 0;
    const otherStart = other.starts[otherAt] ?? 0;
    const length = (this.ends[at] ?? 0) - start;
    let isSteady = length === (other.ends[otherAt] ?? 0) - otherStart;
    for (let offset = 0; isSteady && offset < length; offset += 1) {
      const unit = unitOf(codeAt(this.text, start + offset));
      const otherUnit = unitOf(codeAt(other.text, otherStart + offset));
      isSteady = unit !== unsteady && otherUnit !== unsteady;
      if (isSteady && unit !== otherUnit) return false;
    }
    return isSteady || this.lower(at) === other.lower(otherAt);
  }

  /** Reads what stands at an offset; returns where it ends. */
  #readNext(codes: Uint16Array, start: number, length: number): number {
    let unit = unitOf(codes[start] ?? 0);
    if (unit === gap) return start + 1;
    let hash = 0;
    let end = start;
    while (unit > 0 && (unit & inWord) !== 0) {
      hash = hashWith(hash, unit >> 1);
      end += 1;
      if (end === length) break;
      unit = unitOf(codes[end] ?? 0);
    }
    if (unit === unsteady) return this.#readSlowly(start);
    if (end > start) return this.#add(start, end, hash);
    return this.#add(start, end + 1, hashWith(0, unit >> 1));
  }

  /** As `#readNext`, for what may be written in halves or in letters that grow when they get small. */
  #readSlowly(start: number): number {
    const next = nextOfKind(this.text, start, inWords | sign);
    if (next > start) return next;
    const wordEnd = endOfRun(this.text, start, inWords);
    const isWide = pointAt(this.text, start) > 0xffff;
    const end = wordEnd > start ? wordEnd : start + (isWide ? 2 : 1);
    const lower = this.text.slice(start, end).toLowerCase();
    let hash = 0;
    for (let at = 0; at < lower.length; at += 1) hash = hashWith(hash, codeAt(lower, at));
    this.longest = Math.max(this.longest, lower.length);
    return this.#add(start, end, hash);
  }

  #add(start: number, end: number, hash: number): number {
    const at = this.size;
    if (at === this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.hashes[at] = hash;
    this.size = at + 1;
    if (end - start > this.longest) this.longest = end - start;
    return end;
  }

  #grow(): void {
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.hashes = longer(this.hashes);
  }
}

const latest = new LowerTokens();

/** Reads a text; the tokens are overwritten by the next one. */
export function readLowerTokens(text: string): LowerTokens {
  if (latest.text !== text) latest.read(text);
  return latest;
}

/** As FNV-1a, with a factor that spreads (see `spreadHash`): short words of different letters have different hashes. */
function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1);
}

/** Of what stands in words twice the small letter and `inWord`, of signs without it; 0 for what was not met. */
const units = new Int32Array(0x10000);
const inWord = 1;
const gap = -1;
/** What lower case makes of it hangs on what stands beside it, or is longer. */
const unsteady = -2;

function unitOf(code: number): number {
  const known = units[code] ?? 0;
  return known === 0 ? readUnit(code) : known;
}

function readUnit(code: number): number {
  const unit = tellUnit(code);
  units[code] = unit;
  return unit;
}

function tellUnit(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase();
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  if (isHalf || lower.length > 1 || code === capitalSigma) return unsteady;
  const kinds = kindsOf(code);
  if ((kinds & (inWords | sign)) === 0) return gap;
  return lower.charCodeAt(0) * 2 + ((kinds & inWords) === 0 ? 0 : inWord);
}

/** Has another small letter at the end of a word. */
const capitalSigma = 0x3a3;
