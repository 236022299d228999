import type { WordRelation } from "./word-relation.ts";

/** How a word of an answer goes with a part of a fact. */
export interface PartRelation {
  /** Number of the part. */
  readonly part: number;
  /** Undefined for a word that only begins the part. */
  readonly relation: WordRelation | undefined;
  /** `Widerspruch` begins `Widerspruchsfrist`. */
  readonly begins: boolean;
  /** A small word before the part could turn its meaning. */
  readonly turns: boolean;
}

/** `PartRelation` as one number, never 0, so that many of them lie side by side in memory. */
export type PackedRelation = number;

const relations = [undefined, "same", "head", "modifier", "short", "opposite"] as const;
const relationBits = 7;
const beginsBit = 8;
const turnsBit = 16;
const partShift = 5;

export function packRelation(one: PartRelation): PackedRelation {
  const flags = (one.begins ? beginsBit : 0) | (one.turns ? turnsBit : 0);
  return (one.part << partShift) | flags | relations.indexOf(one.relation);
}

export function partOf(packed: PackedRelation): number {
  return packed >> partShift;
}

export function relationOf(packed: PackedRelation): WordRelation | undefined {
  return relations[packed & relationBits];
}

export function begins(packed: PackedRelation): boolean {
  return (packed & beginsBit) !== 0;
}

export function turns(packed: PackedRelation): boolean {
  return (packed & turnsBit) !== 0;
}
