import { spreadHash } from "../text/spread-hash.ts";
import { readLowerTokens, type LowerTokens } from "./lower-tokens.ts";

/** Tokens that repeat together before they count as a loop. */
const runLength = 5;
/** A longer "word" is the loop of a model that lost its way. */
const longestWord = 60;

/** Runs of a text that stand in it more than once, which is allowed in others. */
export type RepetitionModel = ReadonlySet<string>;

export function readModel(text: string): RepetitionModel {
  const tokens = readLowerTokens(text);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const at of repeatedPlaces(tokens)) {
    const run = runAt(tokens, at);
    if (seen.has(run)) repeated.add(run);
    seen.add(run);
  }
  return repeated;
}

/**
 * Which characters of a text only repeat what the text said before: runs of five or more words and
 * signs that stood there already, and endless words. Runs that `model` repeats too are allowed.
 * Returns one flag per character, or undefined if nothing repeats; white space is never flagged.
 */
export function repeatedCharacters(text: string, model: RepetitionModel): Uint8Array | undefined {
  const tokens = readLowerTokens(text);
  const places = repeatedPlaces(tokens);
  const endless = tokens.longest > longestWord;
  if (places.length === 0 && !endless) return undefined;
  const flags = new Uint8Array(text.length);
  if (endless) flagEndlessWords(flags, tokens);
  const before = new SeenRuns(tokens, places.length);
  let flaggedTo = 0;
  for (const at of places) {
    if (!before.seen(at) || (model.size > 0 && model.has(runAt(tokens, at)))) continue;
    for (let index = Math.max(at, flaggedTo); index < at + runLength; index += 1) {
      flag(flags, tokens, index);
    }
    flaggedTo = at + runLength;
  }
  return flags;
}

function flagEndlessWords(flags: Uint8Array, tokens: LowerTokens): void {
  for (let at = 0; at < tokens.size; at += 1) {
    if (tokens.lower(at).length > longestWord) flag(flags, tokens, at);
  }
}

function flag(flags: Uint8Array, { starts, ends }: LowerTokens, token: number): void {
  const end = ends[token] ?? 0;
  for (let at = starts[token] ?? 0; at < end; at += 1) flags[at] = 1;
}

const fewestRunBits = 6;
/** Places that are looked at for a run, so that words made to have one sum cost no more than others. */
const mostProbes = 200;
/** The sum of a run and one more than where it stood first, by turns, found by the sum; of the latest text. */
let runs = new Int32Array(2 * 2 ** fewestRunBits);

/** The runs of a text that were seen up to a place; the next text overwrites them. */
class SeenRuns {
  readonly #tokens: LowerTokens;
  readonly #bits: number;

  /** `most`: how many places there are to ask for. */
  constructor(tokens: LowerTokens, most: number) {
    let bits = fewestRunBits;
    while (2 ** bits < 2 * most) bits += 1;
    this.#tokens = tokens;
    this.#bits = bits;
    if (runs.length < 2 * 2 ** bits) runs = new Int32Array(2 * 2 ** bits);
    else runs.fill(0, 0, 2 * 2 ** bits);
  }

  /** Was the run that begins here seen before? From now on it was. */
  seen(at: number): boolean {
    const sum = this.#sumAt(at);
    let place = Math.imul(sum, spread) >>> (32 - this.#bits);
    for (let probe = 0; ; probe += 1) {
      const before = (runs[2 * place + 1] ?? 0) - 1;
      if (before < 0) break;
      if (runs[2 * place] === sum && this.#isSame(before, at)) return true;
      if (probe === mostProbes) return false;
      place = (place + 1) & (2 ** this.#bits - 1);
    }
    runs[2 * place] = sum;
    runs[2 * place + 1] = at + 1;
    return false;
  }

  #sumAt(at: number): number {
    const { hashes } = this.#tokens;
    let sum = 0;
    for (let index = at; index < at + runLength; index += 1) {
      sum = Math.imul(sum ^ (hashes[index] ?? 0), spread);
    }
    return sum;
  }

  #isSame(place: number, at: number): boolean {
    const tokens = this.#tokens;
    for (let offset = 0; offset < runLength; offset += 1) {
      if (!tokens.isSame(place + offset, tokens, at + offset)) return false;
    }
    return true;
  }
}

/** 2^32 ÷ the golden ratio, which spreads (see `spreadHash`). */
const spread = 0x9e3779b1;

/** Different hashes, a power of two. */
const hashSize = 4096;

/** How often a hash stands in the text at hand; all 0 between two texts. */
const counts = new Int32Array(hashSize);

/**
 * Where runs begin of which every token seems to stand twice. Only such a run can stand twice
 * itself, and few texts have many of them.
 */
function repeatedPlaces({ hashes, size }: LowerTokens): number[] {
  for (let at = 0; at < size; at += 1) {
    const place = placeOf(hashes[at] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const places: number[] = [];
  let twice = 0;
  for (let at = 0; at < size; at += 1) {
    twice = (counts[placeOf(hashes[at] ?? 0)] ?? 0) < 2 ? 0 : twice + 1;
    if (twice >= runLength) places.push(at - runLength + 1);
  }
  for (let at = 0; at < size; at += 1) counts[placeOf(hashes[at] ?? 0)] = 0;
  return places;
}

function placeOf(hash: number): number {
  return spreadHash(hash) & (hashSize - 1);
}

/** The tokens of a run; no token holds a blank. */
function runAt(tokens: LowerTokens, at: number): string {
  let run = "";
  for (let index = at; index < at + runLength; index += 1) run += `${tokens.lower(index)} `;
  return run;
}
