import { rememberLatest } from "../text/remember-latest.ts";
import { wordAt } from "../text/word.ts";
import { endOfRun, letter, mark, nextOfKind, number } from "../text/character-kinds.ts";

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
  return { ids, pairs, runs: new Set(runsOf(words, { ids, pairs })) };
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
  for (const run of runsOf(wordsOf(answer), passages)) if (runs.has(run)) found.add(run);
  return found.size / runs.size;
}

/** Words as `[\p{L}\p{M}\p{N}]{1,60}` finds them, in lower case. */
const wordsOf = rememberLatest((written: string): readonly string[] => {
  const text = written.toLowerCase();
  const words: string[] = [];
  let start = nextOfKind(text, 0, inWords);
  while (start < text.length) {
    const end = endOfRun(text, start, inWords);
    if (end - start <= longestWord) words.push(wordAt(text, start, end).text);
    else words.push(...(text.slice(start, end).match(/.{1,60}/gsu) ?? []));
    start = nextOfKind(text, end, inWords);
  }
  return words;
});

const inWords = letter | mark | number;

/** Runs of four words, as two known pairs side by side; a run with another pair stands nowhere. */
function runsOf(
  words: readonly string[],
  { ids, pairs }: Pick<Passages, "ids" | "pairs">,
): number[] {
  const runs: number[] = [];
  let before: number | undefined;
  /** The pairs that end at the word before the last one, at the last one and at this one. */
  let first: number | undefined;
  let second: number | undefined;
  let third: number | undefined;
  for (const word of words) {
    const id = ids.get(word);
    first = second;
    second = third;
    const pair = joined(before, id, ids.size);
    third = pair === undefined ? undefined : pairs.get(pair);
    const run = joined(first, third, pairs.size);
    if (run !== undefined) runs.push(run);
    before = id;
  }
  return runs;
}
