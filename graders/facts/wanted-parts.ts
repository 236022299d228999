import { separablePrefixes } from "../text/inflection.ts";
import { vocabulary } from "../text/values-vocabulary.ts";
import { wordFlag, type Word } from "../text/word.ts";
import negation from "../text/negation-words.json" with { type: "json" };
import type { FactPart } from "./fact-part.ts";
import { RelatedWords } from "./related-words.ts";
import { beginsWord, isCapital, relateWords, type WordRelation } from "./word-relation.ts";

/** How a word of an answer goes with a part. */
export interface PartRelation {
  /** Number of the part. */
  readonly part: number;
  /** Undefined for a word that only begins the part. */
  readonly relation: WordRelation | undefined;
  /** `Widerspruch` begins `Widerspruchsfrist`. */
  readonly begins: boolean;
}

const denials = new Set([...negation.following, ...negation.phrase]);
const noRelations: readonly PartRelation[] = [];
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
  readonly #relations = new Map<string, readonly PartRelation[]>();
  readonly #isRelated: (word: Word) => boolean;
  #rests: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> | undefined;

  constructor(parts: readonly FactPart[]) {
    this.parts = parts;
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
    this.#isRelated = wordFlag((word) => this.#learn(word).length > 0);
  }

  /** The parts a word goes with; most words go with none. */
  relationsOf(word: Word): readonly PartRelation[] {
    if (!this.#isRelated(word)) return noRelations;
    return this.#relations.get(word.text) ?? this.#learn(word);
  }

  /**
   * What has to be left of parts without a prefix that stands apart, with their numbers: `reich` for
   * `ein` and the part `einreichen`. Undefined when no part begins with the prefix.
   */
  restsBehind(prefix: string): ReadonlyMap<string, readonly number[]> | undefined {
    this.#rests ??= restsOf(this.parts);
    return this.#rests.get(prefix);
  }

  #learn(word: Word): readonly PartRelation[] {
    const relations = this.#relate(word);
    // A word that is not kept is a part of its text, which would be held with it.
    if (relations.length === 0 || word.id < 0) return relations;
    if (this.#relations.size >= mostRelated) this.#relations.clear();
    this.#relations.set(word.text, relations);
    return relations;
  }

  #relate(word: Word): readonly PartRelation[] {
    const found: PartRelation[] = [];
    const lower = word.text.toLowerCase();
    // `nichts` is not `nicht`.
    for (const part of this.#denials) {
      if (this.parts[part]?.item.lower !== lower) continue;
      found.push({ part, relation: "same", begins: false });
    }
    for (const candidate of this.#related.candidates(word)) {
      const part = this.#numbers[candidate] ?? 0;
      const wanted = this.parts[part]?.item.word;
      if (wanted === undefined) continue;
      const relation = relateWords(wanted, word);
      const begins = isCapital(wanted) && beginsWord(wanted, word);
      if (relation !== undefined || begins) found.push({ part, relation, begins });
    }
    return found;
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
