import type { Word } from "../text/word.ts";
import { isWord, readLowerTokens } from "./lower-tokens.ts";

/** Shorter sources have too few passages to tell a copy by. */
const shortestSource = 20;
const longestWord = 60;

/** The wording of a source. */
export interface Passages {
  /** Numbers of its words. */
  readonly ids: ReadonlyMap<string, number>;
  /** Numbers of its pairs of words by {@link joined} numbers of the two. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Its runs of four words by the joined numbers of their pairs; none for a short source. */
  readonly runs: ReadonlySet<number>;
}

export function readPassages(source: string): Passages {
  const words = wordsOf(source);
  const ids = new Map<string, number>();
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size);
  if (words.length < shortestSource) return { ids, pairs: new Map(), runs: new Set() };
  const pairs = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    const pair = joined(ids.get(words[at - 1] ?? ""), ids.get(word), ids.size);
    if (pair !== undefined && !pairs.has(pair)) pairs.set(pair, pairs.size);
  }
  const reader = new RunReader({ ids, pairs });
  const runs = words.map((word) => reader.next(word)).filter((run) => run !== undefined);
  return { ids, pairs, runs: new Set(runs) };
}

/** One number for two below `count`, so that runs need no strings; a small one for small counts. */
function joined(
  first: number | undefined,
  second: number | undefined,
  count: number,
): number | undefined {
  return first === undefined || second === undefined ? undefined : first * count + second;
}

/**
 * Share (0..1) of the source's wording that the answer carries: of all runs of four words of the
 * source, those that stand in the answer. 0 for a source of fewer than twenty words.
 */
export function copiedShare(passages: Passages, answer: string): number {
  const { runs } = passages;
  if (runs.size === 0) return 0;
  const found = new Set<number>();
  const reader = new RunReader(passages);
  const read = (word: string): void => {
    const run = reader.next(word);
    if (run !== undefined && runs.has(run)) found.add(run);
  };
  for (const token of readLowerTokens(answer).tokens) {
    if (!isWord(token)) continue;
    if (token.length <= longestWord) read(token.text);
    else for (const piece of piecesOf(token)) read(piece);
  }
  return found.size / runs.size;
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
