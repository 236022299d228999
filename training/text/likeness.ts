/** Words in lower case; what two texts are compared by. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True when two texts share at least 70 % of their distinct words (Jaccard). */
export function isAlike(a: string, b: string): boolean {
  const [one, other] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const shared = one.intersection(other).size;
  return shared / Math.max(1, one.size + other.size - shared) >= 0.7;
}

/** True for an answer that hardly says anything: under six words, or mostly the same ones. */
export function isStammer(text: string): boolean {
  const words = wordsOf(text.slice(0, 5000));
  return words.length < 6 || new Set(words).size / words.length < 0.4;
}

/** How many hashes stand for a text. */
const signatureSize = 12;

/**
 * The smallest hashes of a text's three-word groups (bottom-k sketch, Broder 1997), so that near doubles
 * among thousands of answers are found without comparing words.
 */
export function signatureOf(text: string): readonly number[] {
  const words = wordsOf(text.slice(0, 20_000));
  const hashes = new Set<number>();
  for (let at = 0; at < Math.max(1, words.length - 2); at += 1) {
    hashes.add(hashOf(words.slice(at, at + 3).join(" ")));
  }
  return [...hashes].toSorted((a, b) => a - b).slice(0, signatureSize);
}

/** True when most of the hashes of two signatures are the same. */
export function isNearDouble(a: readonly number[], b: readonly number[]): boolean {
  const other = new Set(b);
  const shared = a.filter((hash) => other.has(hash)).length;
  return shared >= 0.6 * Math.min(a.length, b.length);
}

/** FNV-1a, 32 bit. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash >>> 0;
}
