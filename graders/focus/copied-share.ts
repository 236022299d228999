import type { Word } from "../text/word.ts";
import { isWord, readLowerTokens } from "./lower-tokens.ts";

/** Shorter sources have too few passages to tell a copy by. */
const shortestSource = 20;
const longestWord = 60;

/** The wording of the sources of a case, which often share most of it. */
export interface Passages {
  /** Numbers of their words. */
  readonly ids: ReadonlyMap<string, number>;
  /** Numbers of their pairs of words by {@link joined} numbers of the two. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Numbers of their runs of four words by the joined numbers of their pairs. */
  readonly runs: ReadonlyMap<number, number>;
  /** By the number of a run: the sources that have it, as bits. */
  readonly sourcesOfRun: readonly number[];
  /** How many runs each source has; none for a short one. */
  readonly sizes: readonly number[];
  /** By the number of a run: the answer it was found in last. */
  readonly foundIn: Int32Array;
}

/** Reads the sources of a case, of which there are a few. */
export function readPassages(sources: readonly string[]): Passages {
  const ids = new Map<string, number>();
  const pairs = new Map<number, number>();
  const runs = new Map<number, number>();
  const sourcesOfRun: number[] = [];
  const texts = sources.map(wordsOf);
  for (const word of texts.flat()) numberOf(ids, word);
  for (const words of texts) {
    for (const [at, word] of words.entries()) {
      const pair = joined(ids.get(words[at - 1] ?? ""), ids.get(word), ids.size);
      if (pair !== undefined) numberOf(pairs, pair);
    }
  }
  const sizes = texts.map((words, source) => {
    if (words.length < shortestSource) return 0;
    const reader = new RunReader({ ids, pairs });
    const own = words.map((word) => reader.next(word)).filter((run) => run !== undefined);
    for (const run of new Set(own)) {
      const number = numberOf(runs, run);
      sourcesOfRun[number] = (sourcesOfRun[number] ?? 0) | (1 << source);
    }
    return new Set(own).size;
  });
  return { ids, pairs, runs, sourcesOfRun, sizes, foundIn: new Int32Array(runs.size) };
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

/** One number for two below `size`, so that runs need no strings; a small one for a small size. */
function joined(
  first: number | undefined,
  second: number | undefined,
  size: number,
): number | undefined {
  return first === undefined || second === undefined ? undefined : first * size + second;
}

/** Answers that were read. */
let answers = 0;

/**
 * Share (0..1) of the wording of each source that the answer carries: of all runs of four words of the
 * source, those that stand in the answer. 0 for a source of fewer than twenty words.
 */
export function copiedShares(passages: Passages, answer: string): number[] {
  const { runs, sizes } = passages;
  const found = sizes.map(() => 0);
  if (runs.size === 0) return found;
  answers = (answers + 1) | 0;
  const reader = new RunReader(passages);
  for (const token of readLowerTokens(answer).tokens) {
    if (!isWord(token)) continue;
    if (token.length <= longestWord) count(reader.next(token.text), passages, found);
    else for (const piece of piecesOf(token)) count(reader.next(piece), passages, found);
  }
  return found.map((number, source) => number / Math.max(1, sizes[source] ?? 0));
}

/** Counts a run for the sources that have it, once an answer. */
function count(
  run: number | undefined,
  { runs, sourcesOfRun, foundIn }: Passages,
  found: number[],
): void {
  const number = run === undefined ? undefined : runs.get(run);
  if (number === undefined || foundIn[number] === answers) return;
  foundIn[number] = answers;
  const sources = sourcesOfRun[number] ?? 0;
  for (let source = 0; source < found.length; source += 1) {
    if (((sources >> source) & 1) === 1) found[source] = (found[source] ?? 0) + 1;
  }
}

/** Words as `[\p{L}\p{M}\p{N}]{1,60}` finds them, in lower case. */
function wordsOf(text: string): string[] {
  return readLowerTokens(text).tokens.filter(isWord).flatMap(piecesOf);
}

function piecesOf({ text }: Word): readonly string[] {
  return text.length <= longestWord ? [text] : (text.match(/.{1,60}/gsu) ?? []);
}

type Numbers = Pick<Passages, "ids" | "pairs">;

/** Reads runs of four words, as two known pairs side by side; a run with another pair stands nowhere. */
class RunReader {
  readonly #numbers: Numbers;
  #before: number | undefined;
  /** The pairs that end at the word before the last one, and at the last one. */
  #first: number | undefined;
  #second: number | undefined;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** The run that the word ends, if there is one. */
  next(word: string): number | undefined {
    const { ids, pairs } = this.#numbers;
    const id = ids.get(word);
    const pair = joined(this.#before, id, ids.size);
    const last = pair === undefined ? undefined : pairs.get(pair);
    const run = joined(this.#first, last, pairs.size);
    this.#first = this.#second;
    this.#second = last;
    this.#before = id;
    return run;
  }
}
