/** Children of a node that are looked through one by one; further ones are looked up. */
const mostInList = 16;

/**
 * N-grams as a tree of units: a node stands for an n-gram, its children for those one unit longer.
 * Most nodes have one child or two, so that these are lists in arrays and no maps.
 */
export class NGramTree {
  readonly #units: number;
  /** Node of every unit by itself. */
  readonly #roots: Int32Array;
  /** Last unit, first child, next child of the same parent and number of children, by node. */
  readonly #unit: number[] = [0];
  readonly #child: number[] = [0];
  readonly #sibling: number[] = [0];
  readonly #children: number[] = [0];
  /** Nodes that are in no list, by parent × (number of units) + unit. */
  readonly #further = new Map<number, number>();

  constructor(units: number) {
    this.#units = units;
    this.#roots = new Int32Array(units);
  }

  /** Nodes with the empty one, which is 0. */
  get size(): number {
    return this.#unit.length;
  }

  /** The node one unit longer; 0 for none. */
  find(node: number, unit: number): number {
    if (node === 0) return this.#roots[unit] ?? 0;
    let child = this.#child[node] ?? 0;
    while (child !== 0) {
      if (this.#unit[child] === unit) return child;
      child = this.#sibling[child] ?? 0;
    }
    if (this.#further.size === 0) return 0;
    return this.#further.get(node * this.#units + unit) ?? 0;
  }

  /** As `find`, and makes the node if there is none. */
  grow(node: number, unit: number): number {
    const found = this.find(node, unit);
    if (found !== 0) return found;
    const made = this.size;
    const isListed = node !== 0 && (this.#children[node] ?? 0) < mostInList;
    this.#unit.push(unit);
    this.#child.push(0);
    this.#children.push(0);
    this.#sibling.push(isListed ? (this.#child[node] ?? 0) : 0);
    if (node === 0) this.#roots[unit] = made;
    else if (isListed) {
      this.#child[node] = made;
      this.#children[node] = (this.#children[node] ?? 0) + 1;
    } else this.#further.set(node * this.#units + unit, made);
    return made;
  }
}
