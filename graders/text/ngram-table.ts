/** Languages whose sums share one number of 53 bits. */
const lanes = 3;
/** More than 380 n-grams, as a cut text has at most, times the highest score: 256 + 53. */
const lane = 2 ** 17;
const fewestRows = 1024;

/**
 * The scores of n-grams by language, as rows of numbers that hold three languages each, so that an
 * n-gram of a text is added up in a third of the steps. Exact: no lane overflows into the next.
 */
export class NgramTable {
  readonly #languages: number;
  readonly #width: number;
  readonly #sums: Float64Array;
  readonly #single: Int32Array;
  #rows: Float64Array;
  #lastText = new Int32Array(fewestRows);
  #size = 0;
  #text = 0;
  #ngrams = 0;

  constructor(languages: number) {
    this.#languages = languages;
    this.#width = Math.ceil(languages / lanes);
    this.#sums = new Float64Array(this.#width);
    this.#single = new Int32Array(languages);
    this.#rows = new Float64Array(this.#width * fewestRows);
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
    this.#rows.fill(0);
    this.#lastText.fill(0);
    this.#size = 0;
  }

  /** Adds an n-gram to the table; `scores` has language and score by turns. Returns its row. */
  learn(scores: Uint8Array, more: number): number {
    const row = this.#size;
    if (row >= this.#lastText.length) this.#grow();
    this.#size += 1;
    for (let at = 0; at < scores.length; at += 2) {
      const language = scores[at] ?? 0;
      const place = row * this.#width + Math.floor(language / lanes);
      const score = (scores[at + 1] ?? 0) + more;
      this.#rows[place] = (this.#rows[place] ?? 0) + score * lane ** (language % lanes);
    }
    return row;
  }

  /** Every n-gram counts once in a text. */
  count(row: number): void {
    if (this.#lastText[row] === this.#text) return;
    this.#lastText[row] = this.#text;
    this.#ngrams += 1;
    const sums = this.#sums;
    const rows = this.#rows;
    const first = row * this.#width;
    for (let at = 0; at < sums.length; at += 1) {
      sums[at] = (sums[at] ?? 0) + (rows[first + at] ?? 0);
    }
  }

  /** The sum of every language; overwritten by the next call. */
  sums(): Int32Array {
    for (let language = 0; language < this.#languages; language += 1) {
      const packed = this.#sums[Math.floor(language / lanes)] ?? 0;
      this.#single[language] = Math.floor(packed / lane ** (language % lanes)) % lane;
    }
    return this.#single;
  }

  #grow(): void {
    const rows = new Float64Array(this.#rows.length * 2);
    rows.set(this.#rows);
    this.#rows = rows;
    const lastText = new Int32Array(this.#lastText.length * 2);
    lastText.set(this.#lastText);
    this.#lastText = lastText;
  }
}
