/** How often each n-gram occurs; n-grams are tokens joined by a blank. */
export type Counts = ReadonlyMap<string, number>;

/** All runs of `order` tokens with their counts. Tokens hold no white space. */
export function countNGrams(tokens: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + order <= tokens.length; at += 1) {
    const nGram = order === 1 ? (tokens[at] ?? "") : tokens.slice(at, at + order).join(" ");
    counts.set(nGram, (counts.get(nGram) ?? 0) + 1);
  }
  return counts;
}

/** Sum of all counts. */
export function total(counts: Counts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** The smaller count of each n-gram that both have. */
export function minimum(a: Counts, b: Counts): Map<string, number> {
  const result = new Map<string, number>();
  for (const [nGram, count] of a) {
    const both = Math.min(count, b.get(nGram) ?? 0);
    if (both > 0) result.set(nGram, both);
  }
  return result;
}

/** What is left of `a` without `b`; nothing below zero. */
export function difference(a: Counts, b: Counts): Map<string, number> {
  const result = new Map<string, number>();
  for (const [nGram, count] of a) {
    const left = count - (b.get(nGram) ?? 0);
    if (left > 0) result.set(nGram, left);
  }
  return result;
}
