import { deflateRawSync, inflateRawSync } from "node:zlib";
import { caseSchema, type Case } from "../core/case.ts";

/** Cases that are packed together. */
const blockSize = 32;
/** Blocks that are unpacked at a time: more than models ask side by side. */
const mostUnpacked = 16;
const caseFields = Object.keys(caseSchema.shape) as (keyof Case)[];
/** Quick, and with little memory for itself: a block is not much longer than the window. */
const packing = { level: 1, memLevel: 7, windowBits: 13, chunkSize: 4096 };

/**
 * Packs cases, so that a suite of 100 000 takes little memory: what comes back looks like the cases
 * that went in, but a field is unpacked when it is asked for, and forgotten once others were. Only what
 * is JSON comes back. The fields are no own properties: spreading such a case copies nothing. The
 * cases may come from a generator; each can be let go of as soon as it is packed.
 *
 * @example
 * const suite = { ...read, cases: storeCases(read.cases) };
 */
export function storeCases(cases: Iterable<Case>): Case[] {
  const store = new CaseStore();
  const stored: Case[] = [];
  for (const graded of cases) stored.push(makeStored(store, store.add(graded)));
  store.pack();
  return stored;
}

class CaseStore {
  readonly #blocks: Uint8Array[] = [];
  /** Fields that any case has; no other has to be looked for. */
  readonly #fields = new Set<string>();
  /** Not packed yet. */
  #open: Case[] = [];
  /** The blocks that were unpacked last, oldest first. */
  readonly #unpacked = new Map<number, readonly Case[]>();

  /** Takes a case in; gives its place, counted from 0. */
  add(graded: Case): number {
    const place = this.#blocks.length * blockSize + this.#open.length;
    this.#open.push(graded);
    for (const field of caseFields) if (graded[field] !== undefined) this.#fields.add(field);
    if (this.#open.length === blockSize) this.pack();
    return place;
  }

  /** Packs what is open; nothing can be added behind a block that is not full. */
  pack(): void {
    if (this.#open.length === 0) return;
    const packed = deflateRawSync(JSON.stringify(this.#open), packing);
    // A small `Buffer` is a part of a larger piece of memory, which would stay; this is a copy.
    this.#blocks.push(new Uint8Array(packed));
    this.#open = [];
  }

  fieldAt(place: number, field: keyof Case): Case[keyof Case] {
    return this.#fields.has(field) ? this.at(place)[field] : undefined;
  }

  at(place: number): Case {
    const graded = this.#block(Math.floor(place / blockSize))[place % blockSize];
    if (graded === undefined) throw new RangeError(`no case at ${place}`);
    return graded;
  }

  #block(number: number): readonly Case[] {
    const known = this.#unpacked.get(number);
    if (known !== undefined) return known;
    const packed = this.#blocks[number];
    if (packed === undefined) return this.#open;
    const [oldest] = this.#unpacked.size < mostUnpacked ? [] : this.#unpacked.keys();
    if (oldest !== undefined) this.#unpacked.delete(oldest);
    const block = JSON.parse(inflateRawSync(packed).toString()) as Case[];
    this.#unpacked.set(number, block);
    return block;
  }
}

/** A case in a store. One object with two fields, however long the case is. */
class StoredCase {
  readonly #store: CaseStore;
  readonly #place: number;

  constructor(store: CaseStore, place: number) {
    this.#store = store;
    this.#place = place;
  }

  /** The case as a plain object; also what `JSON.stringify` writes. */
  toJSON(): Case {
    return this.#store.at(this.#place);
  }

  static {
    for (const field of caseFields) {
      Object.defineProperty(this.prototype, field, {
        enumerable: true,
        get(this: StoredCase) {
          return this.#store.fieldAt(this.#place, field);
        },
      });
    }
  }
}

/** A stored case has every field of a case, which the compiler cannot see. */
function makeStored(store: CaseStore, place: number): Case {
  return new StoredCase(store, place) as unknown as Case;
}
