import type { ContentItem } from "../text/content-items.ts";
import { wordProperty } from "../text/word.ts";
import { completes } from "./completes.ts";
import { occurrence, type Occurrence } from "./occurrence.ts";
import { begins, partOf, relationOf, turns, type PackedRelation } from "./part-relation.ts";
import { standsOpposite } from "./preposition.ts";
import type { PreparedAnswer } from "./prepared-answer.ts";
import { valuePlaces } from "./value-places.ts";
import type { WantedParts } from "./wanted-parts.ts";

/** How many words a prefix may stand behind its verb. */
const reach = 25;
/** Words around an abbreviated compound in which its first half is looked for. */
const splitReach = 8;

const none: readonly Occurrence[] = [];
const nothing = (): undefined => undefined;
/** For lists of up to so many parts: none of them is told. */
const untold: undefined[] = Array.from({ length: 128 }, nothing);

/** Where the parts of the facts of a list stand in an answer. */
export class PartPlaces {
  readonly #answer: PreparedAnswer;
  readonly #wanted: WantedParts;
  readonly #exact: boolean;
  /** By part, in reading order; undefined for none, and for values that were not asked for. */
  readonly #places: (Occurrence[] | undefined)[];
  #latest: Occurrence | undefined;

  /** `exact`: dates with their year. */
  constructor(answer: PreparedAnswer, wanted: WantedParts, exact: boolean) {
    this.#answer = answer;
    this.#wanted = wanted;
    this.#exact = exact;
    const { length } = wanted.parts;
    this.#places = length <= untold.length ? untold.slice(0, length) : wanted.parts.map(nothing);
    this.#addWords();
    if (answer.halves.length > 0) this.#addHalves();
    if (wanted.months.length > 0) this.#addMonths();
    for (const { at, prefix } of answer.prefixes) this.#addVerbs(at, prefix);
  }

  /** All places of a part, in reading order. */
  of(part: number): readonly Occurrence[] {
    const known = this.#places[part];
    if (known !== undefined) return known;
    if (this.#wanted.valueKey(part) === 0) return none;
    const places = valuePlaces(this.#answer, { wanted: this.#wanted, part }, this.#exact);
    this.#places[part] = places;
    return places;
  }

  /** Does the word of a part, and not only another half of it, stand somewhere in the answer? */
  isNamed(part: number): boolean {
    return this.#answer.content.items.some((item) => {
      if (item.value !== undefined) return false;
      return this.#goesWith(item, part, (one) => relationOf(one) === "same");
    });
  }

  /** `Frist für den Widerspruch` for `Widerspruchsfrist`: the other half stands close by. */
  isSplit(part: number, place: number): boolean {
    const { items } = this.#answer.content;
    const sentence = items[place]?.sentence;
    for (let at = Math.max(0, place - splitReach); at <= place + splitReach; at += 1) {
      const item = items[at];
      if (item === undefined || at === place || item.sentence !== sentence) continue;
      if (item.value !== undefined || item.isFunction) continue;
      if (this.#goesWith(item, part, begins)) return true;
    }
    return false;
  }

  /** Does a word go with a part in the way that is asked for? */
  #goesWith(item: ContentItem, part: number, test: (one: PackedRelation) => boolean): boolean {
    let place = this.#wanted.relationsOf(item.word);
    const { relations } = this.#wanted;
    for (let one = relations[place] ?? 0; one !== 0; one = relations[place] ?? 0) {
      if (partOf(one) === part && test(one)) return true;
      place += 1;
    }
    return false;
  }

  #addWords(): void {
    const { items } = this.#answer.content;
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at];
      if (item === undefined || item.value !== undefined) continue;
      const place = this.#wanted.relationsOf(item.word);
      if (place > 0) this.#addWord(at, place);
    }
  }

  #addWord(at: number, first: number): void {
    const { relations } = this.#wanted;
    let place = first;
    for (let one = relations[place] ?? 0; one !== 0; one = relations[place] ?? 0) {
      const relation = relationOf(one);
      if (relation !== undefined) {
        if (turns(one)) this.#put(partOf(one), at, relation);
        else this.#add(partOf(one), at, relation);
      }
      place += 1;
    }
  }

  #addHalves(): void {
    const { items } = this.#answer.content;
    for (const { at, completedBy } of this.#answer.halves) {
      const [half, whole] = [items[at], items[completedBy]];
      if (half === undefined || whole === undefined) continue;
      for (const [part, { item }] of this.#wanted.parts.entries()) {
        if (item.value === undefined && completes(item, half, whole)) this.#put(part, at, "same");
      }
    }
  }

  /** `Juli` stands in `Juli 2026` and in `3. Juli`. */
  #addMonths(): void {
    const { content, values } = this.#answer;
    for (const { part, digits } of this.#wanted.months) {
      for (const at of values) {
        const value = content.items[at]?.value;
        const isMonth =
          (value?.kind === "month" && value.canonical.endsWith(`-${digits}`)) ||
          (value?.kind === "date" && value.canonical.slice(0, -3).endsWith(`-${digits}`));
        if (isMonth) this.#put(part, at, "value");
      }
    }
  }

  /** Verbs whose prefix closes the clause: `Reichen Sie den Antrag … ein.` */
  #addVerbs(at: number, prefix: string): void {
    const rests = this.#wanted.restsBehind(prefix);
    if (rests === undefined) return;
    const { items } = this.#answer.content;
    const sentence = items[at]?.sentence;
    for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
      const verb = items[back];
      if (verb === undefined || verb.sentence !== sentence) break;
      if (verb.value !== undefined || !looksFinite(verb.word)) continue;
      for (const key of verb.keys) this.#addVerb(back, rests.get(key) ?? []);
    }
  }

  #addVerb(at: number, parts: readonly number[]): void {
    for (const part of parts) {
      if (!this.of(part).some((place) => place.at === at)) this.#put(part, at, "same");
    }
  }

  /** Adds a place, if nothing turns the meaning of the part there. */
  #put(part: number, at: number, relation: Occurrence["relation"]): void {
    const wanted = this.#wanted.parts[part];
    if (wanted === undefined) return;
    if (standsOpposite(this.#answer.content.items, at, wanted.preposition)) return;
    this.#add(part, at, relation);
  }

  /** Adds a place in reading order, instead of another relation of the same item. */
  #add(part: number, at: number, relation: Occurrence["relation"]): void {
    const place = this.#occurrence(at, relation);
    const known = this.#places[part];
    if (known === undefined) this.#places[part] = [place];
    else insert(known, place);
  }

  /** Mostly a word goes with several parts in the same way. */
  #occurrence(at: number, relation: Occurrence["relation"]): Occurrence {
    const latest = this.#latest;
    if (latest?.at === at && latest.relation === relation) return latest;
    const isDenied = (this.#answer.denied[at] === true) !== (relation === "opposite");
    const place = occurrence(this.#answer, at, { relation, isDenied });
    this.#latest = place;
    return place;
  }
}

function insert(places: Occurrence[], place: Occurrence): void {
  let to = places.length;
  while (to > 0 && (places[to - 1]?.at ?? 0) >= place.at) to -= 1;
  if (to === places.length) places.push(place);
  else places.splice(to, places[to]?.at === place.at ? 1 : 0, place);
}

const looksFinite = wordProperty((word): boolean => {
  return word.text.length > 3 && /[nte]$/u.test(word.text.toLowerCase());
});
