import { LowerTokens, readLowerTokens } from "./lower-tokens.ts";
import { runLength, RunTable } from "./run-table.ts";

/** Shorter sources have too few passages to tell a copy by. */
const shortestSource = 20;
const longestWord = 60;

/** The wording of the sources of a case, which often share most of it. */
export interface Passages {
  readonly runs: RunTable;
  /** How many runs each source has; none for a short one. */
  readonly sizes: readonly number[];
}

/** Reads the sources of a case, of which there are a few. */
export function readPassages(sources: readonly string[]): Passages {
  const texts = sources.map((source) => wordsOf(readLowerTokens(source)));
  const words = new LowerTokens();
  words.read(texts.flat().join(" "));
  const runs = new RunTable(words);
  let first = 0;
  const sizes = texts.map(({ length }, source) => {
    const last = first + length - runLength;
    let size = 0;
    if (length >= shortestSource) {
      for (let at = first; at <= last; at += 1) if (runs.add(at, source)) size += 1;
    }
    first += length;
    return size;
  });
  return { runs, sizes };
}

/** The last four words of an answer that were read. */
const run = new Int32Array(runLength);

function goOn(word: number): void {
  for (let at = 1; at < runLength; at += 1) run[at - 1] = run[at] ?? 0;
  run[runLength - 1] = word;
}

/**
 * Share (0..1) of the wording of each source that the answer carries: of all runs of four words of the
 * source, those that stand in the answer. 0 for a source of fewer than twenty words.
 */
export function copiedShares({ runs, sizes }: Passages, answer: string): number[] {
  const found = sizes.map(() => 0);
  if (sizes.every((size) => size === 0)) return found;
  const tokens = readWords(answer);
  let words = 0;
  runs.begin();
  for (let at = 0; at < tokens.size; at += 1) {
    if (!tokens.isWord(at)) continue;
    goOn(at);
    words += 1;
    const sources = words < runLength ? 0 : runs.sourcesOf(tokens, run);
    if (sources !== 0) count(found, sources);
  }
  return found.map((number, source) => number / Math.max(1, sizes[source] ?? 0));
}

function count(found: number[], sources: number): void {
  for (let source = 0; source < found.length; source += 1) {
    if (((sources >> source) & 1) === 1) found[source] = (found[source] ?? 0) + 1;
  }
}

/** The words of an answer, perhaps with signs between them. */
function readWords(answer: string): LowerTokens {
  const tokens = readLowerTokens(answer);
  if (tokens.longest <= longestWord) return tokens;
  const words = new LowerTokens();
  words.read(wordsOf(tokens).join(" "));
  return words;
}

/** Words as `[\p{L}\p{M}\p{N}]{1,60}` finds them, in lower case. */
function wordsOf(tokens: LowerTokens): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.size; at += 1) {
    if (tokens.isWord(at)) words.push(...piecesOf(tokens.lower(at)));
  }
  return words;
}

function piecesOf(word: string): readonly string[] {
  return word.length <= longestWord ? [word] : (word.match(/.{1,60}/gsu) ?? []);
}
