import { separablePrefixes } from "../text/inflection.ts";
import { wantedKey } from "../text/values-keys.ts";
import { vocabulary } from "../text/values-vocabulary.ts";
import { wordFlag, type Word } from "../text/word.ts";
import negation from "../text/negation-words.json" with { type: "json" };
import type { FactPart } from "./fact-part.ts";
import { packRelation, type PackedRelation, type PartRelation } from "./part-relation.ts";
import { RelatedWords } from "./related-words.ts";
import { RelationTable } from "./relation-table.ts";
import { beginsWord, isCapital, relateWords } from "./word-relation.ts";

const denials = new Set([...negation.following, ...negation.phrase]);
/** Related words that are kept; no list has so many in honest answers. */
const mostRelated = 2000;

/**
 * The parts of all facts of a list. What a word has to do with them is found out once, for every
 * answer to a case is looked through for the same facts.
 */
export class WantedParts {
  readonly parts: readonly FactPart[];
  /** Parts that are a month by name, with its two digits. */
  readonly months: readonly { readonly part: number; readonly digits: string }[];
  /** Numbers of the parts that are words, and these words. */
  readonly #numbers: readonly number[];
  readonly #related: RelatedWords;
  readonly #denials: readonly number[];
  readonly #relations = new RelationTable();
  /** By part: the key of a value, 0 for a word. */
  readonly #values: Int32Array;
  readonly #isRelated: (word: Word) => boolean;
  #rests: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> | undefined;

  constructor(parts: readonly FactPart[]) {
    this.parts = parts;
    this.#values = Int32Array.from(parts, ({ item: { value } }) => (value ? wantedKey(value) : 0));
    const words = [...parts.entries()].filter(([, { item }]) => item.value === undefined);
    const plain = words.filter(([, { item }]) => !denials.has(item.lower));
    this.#numbers = plain.map(([number]) => number);
    this.#related = new RelatedWords(plain.map(([, { item }]) => item.word));
    this.#denials = words
      .filter(([, { item }]) => denials.has(item.lower))
      .map(([number]) => number);
    this.months = words.flatMap(([part, { item }]) => {
      const month = vocabulary.months.get(item.lower);
      if (month === undefined || item.lower.length < 3) return [];
      return [{ part, digits: String(month).padStart(2, "0") }];
    });
    this.#isRelated = wordFlag((word) => this.#learn(word) > 0);
  }

  /** The `wantedKey` of a part that is a value; 0 for a word. */
  valueKey(part: number): number {
    return this.#values[part] ?? 0;
  }

  /**
   * Where in `relations` it is told which parts a word goes with, up to the next 0; a 0 stands there
   * for most words. Good until the next word is asked for.
   */
  relationsOf(word: Word): number {
    if (!this.#isRelated(word)) return 0;
    const known = this.#relations.find(word.id);
    return known > 0 ? known : this.#learn(word);
  }

  get relations(): ArrayLike<PackedRelation> {
    return this.#relations.lists;
  }

  /**
   * What has to be left of parts without a prefix that stands apart, with their numbers: `reich` for
   * `ein` and the part `einreichen`. Undefined when no part begins with the prefix.
   */
  restsBehind(prefix: string): ReadonlyMap<string, readonly number[]> | undefined {
    this.#rests ??= restsOf(this.parts);
    return this.#rests.get(prefix);
  }

  #learn(word: Word): number {
    const relations = this.#relate(word);
    if (relations.length === 0) return 0;
    if (word.id < 0) return this.#relations.write(relations);
    if (this.#relations.size >= mostRelated) this.#relations.clear();
    return this.#relations.add(word.id, relations);
  }

  #relate(word: Word): PackedRelation[] {
    const found: PackedRelation[] = [];
    const lower = word.text.toLowerCase();
    // `nichts` is not `nicht`.
    for (const part of this.#denials) {
      if (this.parts[part]?.item.lower !== lower) continue;
      found.push(this.#pack({ part, relation: "same", begins: false }));
    }
    for (const candidate of this.#related.candidates(word)) {
      const part = this.#numbers[candidate] ?? 0;
      const wanted = this.parts[part]?.item.word;
      if (wanted === undefined) continue;
      const relation = relateWords(wanted, word);
      const begins = isCapital(wanted) && beginsWord(wanted, word);
      if (relation !== undefined || begins) found.push(this.#pack({ part, relation, begins }));
    }
    return found;
  }

  #pack(relation: Omit<PartRelation, "turns">): PackedRelation {
    const turns = this.parts[relation.part]?.preposition !== undefined;
    return packRelation({ ...relation, turns });
  }
}

/** By prefixes: what is left of the keys of parts, and of which parts. */
function restsOf(parts: readonly FactPart[]): Map<string, Map<string, number[]>> {
  const byPrefix = new Map<string, Map<string, number[]>>();
  for (const prefix of separablePrefixes) {
    const rests = new Map<string, number[]>();
    for (const [number, { item }] of parts.entries()) {
      const begun = [...item.keys].filter((key) => key.startsWith(prefix));
      for (const key of begun) {
        const rest = key.slice(prefix.length);
        rests.set(rest, [...(rests.get(rest) ?? []), number]);
      }
    }
    if (rests.size > 0) byPrefix.set(prefix, rests);
  }
  return byPrefix;
}
