import { rememberObject } from "./remember-object.ts";

/**
 * Which token of the answer each token of the source became: its index, or −1 when it is gone.
 * Indices rise. Runs that stand once in both texts are fixed points (patience difference); what
 * lies between two of them is aligned by the longest common subsequence, as long as it is small.
 * Time grows almost linearly with the texts.
 *
 * @example
 * alignTokens(["a", "b", "c"], ["a", "x", "c"]); // [0, -1, 2]
 */
export function alignTokens(source: readonly string[], answer: readonly string[]): number[] {
  const partner = source.map(() => -1);
  let gap: Gap = { source: 0, answer: 0 };
  const points = [
    ...rising(fixedPoints(source, answer)),
    { source: source.length, answer: answer.length },
  ];
  for (const point of points) {
    alignGap({ source, answer, partner }, gap, point);
    if (point.source < source.length) partner[point.source] = point.answer;
    gap = { source: point.source + 1, answer: point.answer + 1 };
  }
  return partner;
}

interface Gap {
  readonly source: number;
  readonly answer: number;
}

/** Tokens in a row that make a place unmistakable. */
const runLength = 3;

/** Starts of runs that stand exactly once in both texts, by their place in the source. */
function fixedPoints(source: readonly string[], answer: readonly string[]): Gap[] {
  const { numbers, places } = uniqueRuns(source);
  const told = answer.map((token) => numbers.get(token) ?? none);
  const inAnswer = new Int32Array(source.length).fill(none);
  for (let at = 0; at + runLength <= told.length; at += 1) {
    const place = places.get(runAt(told, at));
    if (place !== undefined) inAnswer[place] = inAnswer[place] === none ? at : several;
  }
  const points: Gap[] = [];
  for (const [place, at] of inAnswer.entries())
    if (at >= 0) points.push({ source: place, answer: at });
  return points;
}

const none = -1;
const several = -2;
/** Tokens that are told apart; three of their numbers fit into one of 53 bits. */
const mostTokens = 2 ** 17;

/** A run of three as one number; below 0 if one of them does not stand in the source. */
function runAt(numbers: readonly number[], at: number): number {
  const [first, second, third] = [
    numbers[at] ?? none,
    numbers[at + 1] ?? none,
    numbers[at + 2] ?? none,
  ];
  if (first < 0 || second < 0 || third < 0) return none;
  return (first * mostTokens + second) * mostTokens + third;
}

/** The numbers of the tokens of a source, and the places of runs that stand once in it. */
interface SourceRuns {
  readonly numbers: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<number, number>;
}

/** Many answers are aligned with one source. */
const uniqueRuns = rememberObject((source: readonly string[]): SourceRuns => {
  const numbers = new Map<string, number>();
  for (const token of source) {
    if (!numbers.has(token) && numbers.size < mostTokens) numbers.set(token, numbers.size);
  }
  const told = source.map((token) => numbers.get(token) ?? none);
  const places = new Map<number, number>();
  for (let at = 0; at + runLength <= told.length; at += 1) {
    const run = runAt(told, at);
    places.set(run, places.has(run) ? none : at);
  }
  for (const [run, at] of places) if (at < 0 || run < 0) places.delete(run);
  return { numbers, places };
});

/** The longest part of the points whose places rise in both texts (patience sorting). */
function rising(points: readonly Gap[]): Gap[] {
  const tops: number[] = [];
  const before: number[] = [];
  points.forEach((point, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[tops[middle] ?? 0]?.answer ?? 0) < point.answer) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  });
  const chain: Gap[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const point = points[at];
    if (point !== undefined) chain.push(point);
  }
  return chain.toReversed();
}

interface Texts {
  readonly source: readonly string[];
  readonly answer: readonly string[];
  readonly partner: number[];
}

/** Equal tokens at both ends of a gap belong together; the middle is compared in a table. */
function alignGap({ source, answer, partner }: Texts, from: Gap, to: Gap): void {
  let [start, end] = [from, to];
  while (start.source < end.source && start.answer < end.answer) {
    if (source[start.source] !== answer[start.answer]) break;
    partner[start.source] = start.answer;
    start = { source: start.source + 1, answer: start.answer + 1 };
  }
  while (start.source < end.source && start.answer < end.answer) {
    if (source[end.source - 1] !== answer[end.answer - 1]) break;
    end = { source: end.source - 1, answer: end.answer - 1 };
    partner[end.source] = end.answer;
  }
  alignTable({ source, answer, partner }, start, end);
}

/** Cells of the largest table; beyond, a stretch counts as rewritten. */
const mostCells = 250_000;

function alignTable({ source, answer, partner }: Texts, start: Gap, end: Gap): void {
  const rows = end.source - start.source;
  const columns = end.answer - start.answer;
  if (rows <= 0 || columns <= 0 || rows * columns > mostCells) return;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const isEqual = (row: number, column: number): boolean =>
    source[start.source + row] === answer[start.answer + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      lengths[here] = isEqual(row, column)
        ? (lengths[here + width + 1] ?? 0) + 1
        : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const here = row * width + column;
    if (isEqual(row, column)) {
      partner[start.source + row] = start.answer + column;
      row += 1;
      column += 1;
    } else if ((lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0)) row += 1;
    else column += 1;
  }
}
