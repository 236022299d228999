/**
 * A place of a table with 2^16 places for a hash: the upper bits of a product spread hashes that differ
 * little over the whole table (Knuth, The Art of Computer Programming 3, section 6.4). Smaller tables mask it.
 */
export function spreadHash(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 16;
}
