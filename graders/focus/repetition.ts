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
  const endless = endlessWords(tokens);
  if (places.length === 0 && endless.length === 0) return undefined;
  const flags = new Uint8Array(text.length);
  for (const at of endless) flags.fill(1, starts[at], ends[at]);
  const seen = new Set<string>();
  let flaggedTo = 0;
  for (const at of places) {
    const run = runAt(tokens, at);
    if (seen.has(run) && !model.has(run)) {
      for (let index = Math.max(at, flaggedTo); index < at + runLength; index += 1) {
        flags.fill(1, starts[index], ends[index]);
      }
      flaggedTo = at + runLength;
    }
    seen.add(run);
  }
  return flags;
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
  for (const [at, token] of tokens.entries()) {
    twice = (counts[placeOf(token)] ?? 0) < 2 ? 0 : twice + 1;
    if (twice >= runLength) places.push(at - runLength + 1);
  }
  for (const token of tokens) counts[placeOf(token)] = 0;
  return places;
}

function placeOf({ hash }: Word): number {
  return spreadHash(hash) & (hashSize - 1);
}

function endlessWords({ tokens }: LowerTokens): number[] {
  const endless: number[] = [];
  for (const [at, { length }] of tokens.entries()) if (length > longestWord) endless.push(at);
  return endless;
}

/** The tokens of a run; no token holds a blank. */
function runAt({ tokens }: LowerTokens, at: number): string {
  let run = "";
  for (let index = at; index < at + runLength; index += 1) run += `${tokens[index]?.text ?? ""} `;
  return run;
}
