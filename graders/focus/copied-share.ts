import { endOfRun, letter, mark, nextOfKind, number } from "../text/character-kinds.ts";

/** Words in a row that make a passage recognisable. */
const passageLength = 4;
/** Shorter sources have too few passages to tell a copy by. */
const shortestSource = 20;
const longestWord = 60;

/** The wording of a source. */
export interface Passages {
  /** Numbers of its words. */
  readonly ids: ReadonlyMap<string, number>;
  /** Its runs of four words, as their numbers; none for a source of fewer than twenty words. */
  readonly runs: ReadonlySet<string>;
}

export function readPassages(source: string): Passages {
  const words = wordsOf(source);
  const ids = new Map<string, number>();
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size);
  return { ids, runs: new Set(words.length < shortestSource ? [] : runsOf(words, ids)) };
}

/**
 * Share (0..1) of the source's wording that the answer carries: of all runs of four words of the
 * source, those that stand in the answer. 0 for a source of fewer than twenty words.
 */
export function copiedShare({ ids, runs }: Passages, answer: string): number {
  if (runs.size === 0) return 0;
  const found = new Set(runsOf(wordsOf(answer), ids).filter((run) => runs.has(run)));
  return found.size / runs.size;
}

/** Words as `[\p{L}\p{M}\p{N}]{1,60}` finds them, in lower case. */
function wordsOf(written: string): string[] {
  const text = written.toLowerCase();
  const words: string[] = [];
  let start = nextOfKind(text, 0, inWords);
  while (start < text.length) {
    const end = endOfRun(text, start, inWords);
    if (end - start <= longestWord) words.push(text.slice(start, end));
    else words.push(...(text.slice(start, end).match(/.{1,60}/gsu) ?? []));
    start = nextOfKind(text, end, inWords);
  }
  return words;
}

const inWords = letter | mark | number;

/** Runs of four known words; a run with another word stands nowhere. */
function runsOf(words: readonly string[], ids: ReadonlyMap<string, number>): string[] {
  const runs: string[] = [];
  const last: number[] = [];
  for (const word of words) {
    const id = ids.get(word);
    if (id === undefined) last.length = 0;
    else if (last.push(id) > passageLength) last.shift();
    if (last.length === passageLength) runs.push(last.join(" "));
  }
  return runs;
}
