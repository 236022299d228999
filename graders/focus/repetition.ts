import {
  endOfRun,
  isOfKind,
  letter,
  mark,
  nextOfKind,
  number,
  sign,
} from "../text/character-kinds.ts";
import { spreadHash } from "../text/spread-hash.ts";

/** Tokens that repeat together before they count as a loop. */
const runLength = 5;
/** A longer "word" is the loop of a model that lost its way. */
const longestWord = 60;

/** Runs of a text that stand in it more than once, which is allowed in others. */
export type RepetitionModel = ReadonlySet<string>;

export function readModel(text: string): RepetitionModel {
  const tokens = readTokens(text);
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
 * Returns one flag per character; white space is never flagged.
 */
export function repeatedCharacters(text: string, model: RepetitionModel): Uint8Array {
  const flags = new Uint8Array(text.length);
  const tokens = readTokens(text);
  const { starts, ends } = tokens;
  for (let at = 0; at < starts.length; at += 1) {
    const [start = 0, end = 0] = [starts[at], ends[at]];
    if (end - start > longestWord) flags.fill(1, start, end);
  }
  const seen = new Set<string>();
  let flaggedTo = 0;
  for (const at of repeatedPlaces(tokens)) {
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

/** Words, and signs one by one, in lower case. */
interface Tokens {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** A number for its letters; different ones rarely share it. */
  readonly hashes: readonly number[];
}

const inWords = letter | mark | number;

function readTokens(written: string): Tokens {
  const text = written.toLowerCase();
  const tokens = { text, starts: [] as number[], ends: [] as number[], hashes: [] as number[] };
  let start = nextOfKind(text, 0, inWords | sign);
  while (start < text.length) {
    const end = isOfKind(text, start, sign)
      ? start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
      : endOfRun(text, start, inWords);
    tokens.starts.push(start);
    tokens.ends.push(end);
    tokens.hashes.push(hashOf(text, start, end));
    start = nextOfKind(text, end, inWords | sign);
  }
  return tokens;
}

/** Different hashes, a power of two. */
const hashSize = 4096;

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return spreadHash(hash) & (hashSize - 1);
}

/**
 * Where runs begin of which every token seems to stand twice. Only such a run can stand twice
 * itself, and few texts have many of them.
 */
function* repeatedPlaces({ hashes }: Tokens): Generator<number> {
  const counts = new Int32Array(hashSize);
  for (const hash of hashes) counts[hash] = (counts[hash] ?? 0) + 1;
  let twice = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    twice = (counts[hashes[at] ?? 0] ?? 0) < 2 ? 0 : twice + 1;
    if (twice >= runLength) yield at - runLength + 1;
  }
}

/** The tokens of a run; no token holds a blank. */
function runAt({ text, starts, ends }: Tokens, at: number): string {
  let run = "";
  for (let index = at; index < at + runLength; index += 1) {
    run += `${text.slice(starts[index], ends[index])} `;
  }
  return run;
}
