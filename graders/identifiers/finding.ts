import type kinds from "./kinds.json";

/** Kinds of identifiers; `kinds.json` has their German names. */
export type IdentifierKind = keyof typeof kinds;

/** Part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something in a text that has the form of an identifier. */
export interface Finding extends Span {
  readonly kind: IdentifierKind;
  /** `passed`: structure and check digit are right. `none`: the kind has no check digit. */
  readonly checksum: "passed" | "failed" | "none";
  /** A word beside it, or its own unmistakable form, says what it is. */
  readonly cue: boolean;
  /** Normalised: two spellings of one identifier have the same value. */
  readonly value: string;
  /** True: it counts as personal data. False: it is only a hint. */
  readonly counts: boolean;
}

/** A finding whose `counts` follows the common rule: a right check digit or a cue. */
export function finding(facts: Omit<Finding, "counts">): Finding {
  return { ...facts, counts: facts.checksum === "passed" || facts.cue };
}
