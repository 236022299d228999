import { NGramTree } from "./n-gram-tree.ts";

/**
 * The n-grams of one or several texts up to an order, to be compared with those of many others. They
 * are kept as a tree of units, so that nothing has to be cut out and every place is gone over once.
 */
export class NGramIndex<Unit> {
  readonly #order: number;
  readonly #numbers = new Map<Unit, number>();
  readonly #tree: NGramTree;
  /** The highest count of every n-gram in any of the texts, by node. */
  readonly #most: Int32Array;

  constructor(texts: readonly (readonly Unit[])[], order: number) {
    this.#order = order;
    for (const text of texts) {
      for (const unit of text) {
        if (!this.#numbers.has(unit)) this.#numbers.set(unit, this.#numbers.size);
      }
    }
    this.#tree = new NGramTree(this.#numbers.size);
    const counts = texts.map((text) => this.#countsOf(text));
    this.#most = new Int32Array(this.#tree.size);
    for (const [node] of this.#most.entries()) {
      this.#most[node] = Math.max(...counts.map((one) => one[node] ?? 0));
    }
  }

  /**
   * How many n-grams a text shares with these, by order from 1; each counts as often as it stands in
   * that of these texts that has it most often.
   */
  shared(text: readonly Unit[]): number[] {
    const left = this.#most.slice();
    const shared = Array.from({ length: this.#order }, () => 0);
    const numbers = text.map((unit) => this.#numbers.get(unit) ?? -1);
    const tree = this.#tree;
    for (let at = 0; at < numbers.length; at += 1) {
      let node = 0;
      for (let length = 0; length < this.#order; length += 1) {
        const unit = numbers[at + length] ?? -1;
        if (unit < 0) break;
        node = tree.find(node, unit);
        if (node === 0) break;
        const count = left[node] ?? 0;
        if (count === 0) continue;
        left[node] = count - 1;
        shared[length] = (shared[length] ?? 0) + 1;
      }
    }
    return shared;
  }

  #countsOf(text: readonly Unit[]): number[] {
    const numbers = text.map((unit) => this.#numbers.get(unit) ?? 0);
    const counts: number[] = Array.from({ length: this.#tree.size }, () => 0);
    for (let at = 0; at < numbers.length; at += 1) {
      let node = 0;
      for (let length = 0; length < this.#order && at + length < numbers.length; length += 1) {
        node = this.#tree.grow(node, numbers[at + length] ?? 0);
        counts[node] = (counts[node] ?? 0) + 1;
      }
    }
    return counts;
  }
}
