import { spreadHash } from "../text/spread-hash.ts";
import type { Word } from "../text/word.ts";
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
  const { starts, ends } = tokens;
  const places = repeatedPlaces(tokens);
  const endless = tokens.longest > longestWord;
  if (places.length === 0 && !endless) return undefined;
  const flags = new Uint8Array(text.length);
  if (endless) flagEndlessWords(flags, tokens);
  const runs = new SeenRuns(tokens);
  let flaggedTo = 0;
  for (const at of places) {
    if (!runs.seen(at) || (model.size > 0 && model.has(runAt(tokens, at)))) continue;
    for (let index = Math.max(at, flaggedTo); index < at + runLength; index += 1) {
      flag(flags, starts[index] ?? 0, ends[index] ?? 0);
    }
    flaggedTo = at + runLength;
  }
  return flags;
}

function flagEndlessWords(flags: Uint8Array, { tokens, starts, ends }: LowerTokens): void {
  for (const [at, { length }] of tokens.entries()) {
    if (length > longestWord) flag(flags, starts[at] ?? 0, ends[at] ?? 0);
  }
}

function flag(flags: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at += 1) flags[at] = 1;
}

/** The runs of a text that were seen up to a place. */
class SeenRuns {
  readonly #tokens: LowerTokens;
  /** Where runs with the same sum of hashes stood first; different runs rarely share it. */
  readonly #places = new Map<number, number[]>();

  constructor(tokens: LowerTokens) {
    this.#tokens = tokens;
  }

  /** Was the run that begins here seen before? From now on it was. */
  seen(at: number): boolean {
    const sum = this.#sumAt(at);
    const before = this.#places.get(sum);
    if (before === undefined) this.#places.set(sum, [at]);
    else if (before.some((place) => this.#isSame(place, at))) return true;
    else before.push(at);
    return false;
  }

  /** Multiplied by 2^32 ÷ the golden ratio, which spreads. */
  #sumAt(at: number): number {
    let sum = 0;
    for (let index = at; index < at + runLength; index += 1) {
      sum = Math.imul(sum ^ (this.#tokens.tokens[index]?.hash ?? 0), 0x9e3779b1);
    }
    return sum;
  }

  #isSame(place: number, at: number): boolean {
    const { tokens } = this.#tokens;
    for (let index = 0; index < runLength; index += 1) {
      if (tokens[place + index]?.text !== tokens[at + index]?.text) return false;
    }
    return true;
  }
}

/** Different hashes, a power of two. */
const hashSize = 4096;

/** How often a hash stands in the text at hand; all 0 between two texts. */
const counts = new Int32Array(hashSize);

/**
 * Where runs begin of which every token seems to stand twice. Only such a run can stand twice
 * itself, and few texts have many of them.
 */
function repeatedPlaces({ tokens }: LowerTokens): number[] {
  for (const token of tokens) {
    const place = placeOf(token);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const places: number[] = [];
  let twice = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    twice = (counts[placeOf(token)] ?? 0) < 2 ? 0 : twice + 1;
    if (twice >= runLength) places.push(at - runLength + 1);
  }
  for (const token of tokens) counts[placeOf(token)] = 0;
  return places;
}

function placeOf({ hash }: Word): number {
  return spreadHash(hash) & (hashSize - 1);
}

/** The tokens of a run; no token holds a blank. */
function runAt({ tokens }: LowerTokens, at: number): string {
  let run = "";
  for (let index = at; index < at + runLength; index += 1) run += `${tokens[index]?.text ?? ""} `;
  return run;
}
