const fewestRows = 1024;
/** Numbers of a row, which lie side by side; of which three are used. */
const rowSize = 4;
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
  /** Of each row the text it was counted in last, and where its entries begin and end. */
  #rows = new Int32Array(fewestRows * rowSize);
  #size = 0;
  /** Where the entries of the last row end. */
  #end = 0;
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
    this.#size = 0;
    this.#end = 0;
  }

  /** Adds an n-gram to the table; `scores` has language and score by turns. Returns its row. */
  learn(scores: Uint8Array, more: number): number {
    const place = this.#size * rowSize;
    const first = this.#end;
    const end = first + scores.length / 2;
    this.#enlarge(place, end);
    for (let at = 0; at < scores.length; at += 2) {
      const score = (scores[at + 1] ?? 0) + more;
      this.#entries[first + at / 2] = ((scores[at] ?? 0) << scoreBits) | score;
    }
    this.#rows[place] = 0;
    this.#rows[place + 1] = first;
    this.#rows[place + 2] = end;
    this.#size += 1;
    this.#end = end;
    return this.#size - 1;
  }

  /** Every n-gram counts once in a text. */
  count(row: number): void {
    const rows = this.#rows;
    const place = row * rowSize;
    if (rows[place] === this.#text) return;
    rows[place] = this.#text;
    this.#ngrams += 1;
    const sums = this.#sums;
    const entries = this.#entries;
    const end = rows[place + 2] ?? 0;
    for (let at = rows[place + 1] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const language = entry >> scoreBits;
      sums[language] = (sums[language] ?? 0) + (entry & scoreMask);
    }
  }

  /** The sum of every language; overwritten by the next text. */
  sums(): Int32Array {
    return this.#sums;
  }

  /** Makes room for a row at a place and for entries up to an end. */
  #enlarge(place: number, end: number): void {
    if (end > this.#entries.length) {
      const entries = new Uint16Array(Math.max(end, this.#entries.length * 2));
      entries.set(this.#entries);
      this.#entries = entries;
    }
    if (place + rowSize <= this.#rows.length) return;
    const rows = new Int32Array(this.#rows.length * 2);
    rows.set(this.#rows);
    this.#rows = rows;
  }
}
