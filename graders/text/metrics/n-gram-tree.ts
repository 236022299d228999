import { longer } from "../longer.ts";

const fewestNodes = 256;
const several = -1;

/**
 * N-grams as a tree of units, which are whole numbers: a node stands for an n-gram, its children for
 * those one unit longer. All nodes are found in one table, by parent and last unit.
 */
export class NGramTree {
  #parent = new Int32Array(fewestNodes);
  #unit = new Int32Array(fewestNodes);
  /** The only child of a node; 0 for none, -1 for several. Long n-grams mostly have one. */
  #only = new Int32Array(fewestNodes);
  /** Nodes by the hash of parent and unit, or the next free place; half of it at least is free. */
  #table = new Int32Array(fewestNodes * 2);
  #size = 1;

  /** Nodes with the empty one, which is 0. */
  get size(): number {
    return this.#size;
  }

  /** The node one unit longer; 0 for none. */
  find(node: number, unit: number): number {
    const only = this.#only[node] ?? 0;
    if (only >= 0) return this.#unit[only] === unit ? only : 0;
    return this.#table[this.#placeOf(node, unit)] ?? 0;
  }

  /** As `find`, and makes the node if there is none. */
  grow(node: number, unit: number): number {
    const found = this.find(node, unit);
    if (found !== 0) return found;
    if (this.#size >= this.#parent.length) this.#enlarge();
    const made = this.#size;
    this.#size += 1;
    this.#parent[made] = node;
    this.#unit[made] = unit;
    this.#only[node] = this.#only[node] === 0 ? made : several;
    this.#table[this.#placeOf(node, unit)] = made;
    return made;
  }

  /**
   * For every node that of the n-gram without its first unit. Such an n-gram has to be in the tree,
   * as it is when all n-grams of a text up to some length are.
   */
  shorter(): Int32Array {
    const shorter = new Int32Array(this.#size);
    for (let node = 1; node < this.#size; node += 1) {
      const parent = this.#parent[node] ?? 0;
      if (parent !== 0) shorter[node] = this.find(shorter[parent] ?? 0, this.#unit[node] ?? 0);
    }
    return shorter;
  }

  #placeOf(node: number, unit: number): number {
    const table = this.#table;
    const last = table.length - 1;
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let place = (hash ^ (hash >>> 15)) & last;
    for (let child = table[place] ?? 0; child !== 0; child = table[place] ?? 0) {
      if (this.#parent[child] === node && this.#unit[child] === unit) break;
      place = (place + 1) & last;
    }
    return place;
  }

  #enlarge(): void {
    const room = this.#size * 2;
    this.#parent = longer(this.#parent, room);
    this.#unit = longer(this.#unit, room);
    this.#only = longer(this.#only, room);
    this.#table = new Int32Array(room * 2);
    for (let node = 1; node < this.#size; node += 1) {
      this.#table[this.#placeOf(this.#parent[node] ?? 0, this.#unit[node] ?? 0)] = node;
    }
  }
}
