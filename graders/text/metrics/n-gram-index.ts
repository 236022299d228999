import { NGramTree } from "./n-gram-tree.ts";

/** A text as whole numbers from 0 on, one for every unit; -1 for a unit of no n-gram that is asked for. */
export type Units = readonly number[];

/**
 * The n-grams of one or several texts up to an order, to be compared with those of many others. They
 * are kept as a tree of units, so that nothing has to be cut out and every place is gone over once.
 */
export class NGramIndex {
  readonly #tree = new NGramTree();
  /** First node of every length, from 1 on: nodes are numbered by length. */
  readonly #firsts: number[] = [];
  /** The highest count of every n-gram in any of the texts, by node. */
  readonly #most: Int32Array;
  /** The node of every n-gram without its first unit. */
  readonly #shorter: Int32Array;
  /** How often every n-gram stands in the text at hand, by node; all 0 between two texts. */
  readonly #counts: Int32Array;

  constructor(texts: readonly Units[], order: number) {
    const units = texts.reduce((sum, { length }) => sum + length, 0);
    const most = new Int32Array(units * order + 1);
    const places = texts.map((text) => ({ text, nodes: new Int32Array(text.length) }));
    for (let length = 1; length <= order; length += 1) {
      this.#firsts.push(this.#tree.size);
      for (const { text, nodes } of places) {
        const counts = new Map<number, number>();
        for (let at = 0; at + length <= text.length; at += 1) {
          const node = this.#tree.grow(nodes[at] ?? 0, text[at + length - 1] ?? 0);
          nodes[at] = node;
          counts.set(node, (counts.get(node) ?? 0) + 1);
        }
        for (const [node, count] of counts) most[node] = Math.max(most[node] ?? 0, count);
      }
    }
    this.#most = most.slice(0, this.#tree.size);
    this.#shorter = this.#tree.shorter();
    this.#counts = new Int32Array(this.#tree.size);
  }

  /**
   * How many n-grams a text shares with these, by order from 1; each counts as often as it stands in
   * that of these texts that has it most often.
   */
  shared(text: Units): number[] {
    this.#countLongest(text);
    const [counts, most, shorter] = [this.#counts, this.#most, this.#shorter];
    const shared = this.#firsts.map(() => 0);
    let node = counts.length - 1;
    for (let order = this.#firsts.length - 1; order >= 0; order -= 1) {
      const first = this.#firsts[order] ?? 0;
      let sum = 0;
      for (; node >= first; node -= 1) {
        const count = counts[node] ?? 0;
        if (count === 0) continue;
        counts[node] = 0;
        sum += Math.min(count, most[node] ?? 0);
        // Where an n-gram ends, the one without its first unit ends as well.
        const ending = shorter[node] ?? 0;
        counts[ending] = (counts[ending] ?? 0) + count;
      }
      shared[order] = sum;
    }
    counts[0] = 0;
    return shared;
  }

  /**
   * Counts by node the longest n-gram that ends at each place: that of the place before, or else the
   * longest of its endings that can be, grown by one unit.
   */
  #countLongest(text: Units): void {
    const [tree, shorter, counts] = [this.#tree, this.#shorter, this.#counts];
    const firstOfLongest = this.#firsts.at(-1) ?? 0;
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text[at] ?? 0;
      if (node >= firstOfLongest) node = shorter[node] ?? 0;
      let grown = tree.find(node, unit);
      while (grown === 0 && node !== 0) {
        node = shorter[node] ?? 0;
        grown = tree.find(node, unit);
      }
      node = grown;
      if (node !== 0) counts[node] = (counts[node] ?? 0) + 1;
    }
  }
}
