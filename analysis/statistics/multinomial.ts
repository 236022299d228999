import type { Random } from "./random.ts";
import { logGamma } from "./special-functions.ts";

/**
 * Sums of `draws` resamples, each of as many values as given, with replacement. Value by value, how
 * often it is drawn is a binomial number of what is left (the conditional method), read from the
 * inverse of its distribution function.
 */
export function multinomialSums(
  values: readonly number[],
  draws: number,
  random: Random,
): Float64Array {
  const groups = groupValues(values);
  const last = groups.pop();
  const sums = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let left = values.length;
    let sum = 0;
    for (const { value, share, tables } of groups) {
      const table = (tables[left] ??= drawingTable(left, share));
      const chosen = firstAbove(table, random() / 2 ** 32);
      sum += chosen * value;
      left -= chosen;
    }
    sums[draw] = sum + left * (last?.value ?? 0);
  }
  return sums;
}

/** A distinct value. */
interface Group {
  readonly value: number;
  /** Its share among the values from here on. */
  readonly share: number;
  /** By how many are left to be drawn. */
  readonly tables: (DrawingTable | undefined)[];
}

/** A distribution function and where to start looking in it. */
interface DrawingTable {
  /** P(X ≤ k). */
  readonly below: Float64Array;
  /** For each slice of 0..1 the smallest k that can be meant. */
  readonly guide: Int32Array;
}

/** Slices of the guide; a power of two, so that u · slices is exact. */
const slices = 64;

function groupValues(values: readonly number[]): Group[] {
  const counts = Map.groupBy(values, (value) => Math.round(value * 1e9));
  let remaining = values.length;
  return [...counts.keys()]
    .toSorted((a, b) => a - b)
    .map((key) => {
      const members = counts.get(key) ?? [];
      const share = members.length / remaining;
      remaining -= members.length;
      return { value: members[0] ?? 0, share, tables: [] };
    });
}

/** P(X ≤ k) for k = 0 … trials, with 0 < share < 1; from the mode outwards, so that no term underflows to 0. */
function binomialTable(trials: number, share: number): Float64Array {
  const table = new Float64Array(trials + 1);
  const odds = share / (1 - share);
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  const highest =
    logGamma(trials + 1) -
    logGamma(mode + 1) -
    logGamma(trials - mode + 1) +
    mode * Math.log(share) +
    (trials - mode) * Math.log1p(-share);
  table[mode] = Math.exp(highest);
  for (let k = mode; k > 0; k -= 1) {
    table[k - 1] = ((table[k] ?? 0) * k) / (trials - k + 1) / odds;
  }
  for (let k = mode; k < trials; k += 1) {
    table[k + 1] = (((table[k] ?? 0) * (trials - k)) / (k + 1)) * odds;
  }
  for (let k = 1; k <= trials; k += 1) table[k] = (table[k] ?? 0) + (table[k - 1] ?? 0);
  return table;
}

function drawingTable(trials: number, share: number): DrawingTable {
  const below = binomialTable(trials, share);
  const guide = new Int32Array(slices);
  let k = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    while (k < trials && (below[k] ?? 1) <= slice / slices) k += 1;
    guide[slice] = k;
  }
  return { below, guide };
}

/** The smallest k with P(X ≤ k) > u. */
function firstAbove({ below, guide }: DrawingTable, u: number): number {
  let k = guide[Math.floor(u * slices)] ?? 0;
  while (k < below.length - 1 && (below[k] ?? 1) <= u) k += 1;
  return k;
}
