import type { PackedRelation } from "./part-relation.ts";
import { longer } from "../text/longer.ts";

/** Places for so few words and relations at first. */
const fewestWords = 64;
const fewestRelations = 128;

/**
 * What words have to do with the parts of facts, by the number of the word. All of it lies in two
 * arrays, for a case is asked for many words, and whatever else belongs to it is out of the
 * processor's cache by the time the next answer to the case comes.
 */
export class RelationTable {
  /** How many words it knows. */
  size = 0;
  /** Lists of relations, each with a 0 behind it; the one at 0 is empty. */
  lists = new Int32Array(fewestRelations);
  #used = 1;
  /** By turns one more than the number of a word, or 0, and where its list begins. */
  #places = new Int32Array(2 * fewestWords);

  /** Where the list of a word begins; 0 for a word it does not know. */
  find(id: number): number {
    const at = this.#placeOf(id);
    return this.#places[at + 1] ?? 0;
  }

  /** Keeps the list of a word, and returns where it begins. */
  add(id: number, relations: readonly PackedRelation[]): number {
    if (4 * this.size >= this.#places.length) this.#grow();
    const start = this.write(relations);
    this.#used += relations.length + 1;
    const at = this.#placeOf(id);
    if (this.#places[at] === 0) this.size += 1;
    this.#places[at] = id + 1;
    this.#places[at + 1] = start;
    return start;
  }

  /** Writes a list that is good until the next one, and returns where it begins. */
  write(relations: readonly PackedRelation[]): number {
    const start = this.#used;
    const end = start + relations.length;
    if (end >= this.lists.length) this.lists = longer(this.lists, end + 1);
    this.lists.set(relations, start);
    this.lists[end] = 0;
    return start;
  }

  clear(): void {
    this.size = 0;
    this.#used = 1;
    this.#places.fill(0);
  }

  /** Numbers side by side lie side by side, for words of one text are mostly learned together. */
  #placeOf(id: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let at = (2 * id) & mask;
    while (places[at] !== 0 && places[at] !== id + 1) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const key = before[at] ?? 0;
      if (key === 0) continue;
      const to = this.#placeOf(key - 1);
      this.#places[to] = key;
      this.#places[to + 1] = before[at + 1] ?? 0;
    }
  }
}
