const fewestRows = 1024;
/** Of an entry, the bits of the score, which is 256 + 53 at most; the bits above are the language. */
const scoreBits = 9;
const scoreMask = 2 ** scoreBits - 1;

/**
 * The scores of n-grams by language. Most n-grams stand in the database for a few languages only, so
 * that a row is a short list of entries, each a language with its score.
 */
export class NgramTable {
  readonly #sums: Int32Array;
  #entries = new Uint16Array(fewestRows);
  /** Where the entries of each row begin, and where those of the last end. */
  #firsts = new Int32Array(fewestRows);
  #lastText = new Int32Array(fewestRows);
  #size = 0;
  #text = 0;
  #ngrams = 0;

  constructor(languages: number) {
    this.#sums = new Int32Array(languages);
  }

  /** N-grams in the table. */
  get size(): number {
    return this.#size;
  }

  /** Different n-grams of the text. */
  get ngrams(): number {
    return this.#ngrams;
  }

  /** Begins a text. */
  begin(): void {
    this.#sums.fill(0);
    this.#ngrams = 0;
    this.#text += 1;
  }

  clear(): void {
    this.#lastText.fill(0);
    this.#size = 0;
  }

  /** Adds an n-gram to the table; `scores` has language and score by turns. Returns its row. */
  learn(scores: Uint8Array, more: number): number {
    const row = this.#size;
    const first = this.#firsts[row] ?? 0;
    const end = first + scores.length / 2;
    this.#enlarge(row, end);
    for (let at = 0; at < scores.length; at += 2) {
      const score = (scores[at + 1] ?? 0) + more;
      this.#entries[first + at / 2] = ((scores[at] ?? 0) << scoreBits) | score;
    }
    this.#size += 1;
    this.#firsts[row + 1] = end;
    return row;
  }

  /** Every n-gram counts once in a text. */
  count(row: number): void {
    if (this.#lastText[row] === this.#text) return;
    this.#lastText[row] = this.#text;
    this.#ngrams += 1;
    const sums = this.#sums;
    const entries = this.#entries;
    const end = this.#firsts[row + 1] ?? 0;
    for (let at = this.#firsts[row] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const language = entry >> scoreBits;
      sums[language] = (sums[language] ?? 0) + (entry & scoreMask);
    }
  }

  /** The sum of every language; overwritten by the next text. */
  sums(): Int32Array {
    return this.#sums;
  }

  /** Makes room for a row and for entries up to an end. */
  #enlarge(row: number, end: number): void {
    if (end > this.#entries.length) {
      const entries = new Uint16Array(Math.max(end, this.#entries.length * 2));
      entries.set(this.#entries);
      this.#entries = entries;
    }
    if (row + 1 < this.#firsts.length) return;
    const firsts = new Int32Array(this.#firsts.length * 2);
    firsts.set(this.#firsts);
    this.#firsts = firsts;
    const lastText = new Int32Array(this.#firsts.length);
    lastText.set(this.#lastText);
    this.#lastText = lastText;
  }
}
