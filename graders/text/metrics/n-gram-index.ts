import { NGramTree } from "./n-gram-tree.ts";

/** A text as whole numbers from 0 on, one for every unit; -1 for a unit of no n-gram that is asked for. */
export type Units = readonly number[];

/**
 * The n-grams of one or several texts up to an order, to be compared with those of many others. They
 * are kept as a tree of units, so that nothing has to be cut out and every place is gone over once.
 */
export class NGramIndex {
  readonly #order: number;
  readonly #tree = new NGramTree();
  /** The highest count of every n-gram in any of the texts, by node. */
  readonly #most: Int32Array;
  /** Units of every node, and its node without the first unit. */
  readonly #length: Int32Array;
  readonly #shorter: Int32Array;

  constructor(texts: readonly Units[], order: number) {
    this.#order = order;
    const lengths = [0];
    const counts = texts.map((text) => this.#countsOf(text, lengths));
    const size = this.#tree.size;
    this.#length = Int32Array.from(lengths);
    this.#shorter = this.#tree.shorter();
    this.#most = new Int32Array(size);
    for (const one of counts) {
      for (const [node, count] of one.entries()) {
        this.#most[node] = Math.max(this.#most[node] ?? 0, count);
      }
    }
  }

  /**
   * How many n-grams a text shares with these, by order from 1; each counts as often as it stands in
   * that of these texts that has it most often.
   *
   * The longest n-gram of these that ends at a place is the one at the place before, grown by a unit,
   * or else one of its shorter endings. All its endings are n-grams of these as well.
   */
  shared(text: Units): number[] {
    const left = this.#most.slice();
    const shared = Array.from({ length: this.#order }, () => 0);
    const [length, shorter, tree] = [this.#length, this.#shorter, this.#tree];
    let longest = 0;
    for (const unit of text) {
      if (length[longest] === this.#order) longest = shorter[longest] ?? 0;
      let grown = tree.find(longest, unit);
      while (grown === 0 && longest !== 0) {
        longest = shorter[longest] ?? 0;
        grown = tree.find(longest, unit);
      }
      longest = grown;
      for (let node = longest; node !== 0; node = shorter[node] ?? 0) {
        const count = left[node] ?? 0;
        if (count === 0) continue;
        left[node] = count - 1;
        const order = (length[node] ?? 1) - 1;
        shared[order] = (shared[order] ?? 0) + 1;
      }
    }
    return shared;
  }

  /** Counts the n-grams of a text by node; the lengths of nodes that are made are added. */
  #countsOf(text: Units, lengths: number[]): number[] {
    const counts: number[] = Array.from({ length: this.#tree.size }, () => 0);
    for (let at = 0; at < text.length; at += 1) {
      let node = 0;
      for (let length = 0; length < this.#order && at + length < text.length; length += 1) {
        node = this.#tree.grow(node, text[at + length] ?? 0);
        lengths[node] = length + 1;
        counts[node] = (counts[node] ?? 0) + 1;
      }
    }
    return counts;
  }
}
