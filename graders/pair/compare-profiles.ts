import { rememberObject } from "../text/remember-object.ts";
import type { Value } from "../text/value.ts";
import { sameValue } from "../text/values-same.ts";
import { areContrary } from "./outcomes.ts";
import type { Profile, ValueItem } from "./profile.ts";

/** How alike two answers are, 1 for alike and 0 for wholly different. */
export interface Likeness {
  readonly content: number;
  readonly length: number;
  readonly tone: number;
  readonly decision: number;
  readonly address: number;
}

export function compareProfiles(a: Profile, b: Profile): Likeness {
  return {
    content: Math.min(wordLikeness(a, b), valueLikeness(a, b)),
    length: lengthLikeness(a.length, b.length),
    tone: toneLikeness(a.tones, b.tones),
    decision: decisionLikeness(a, b),
    address: addressLikeness(a, b),
  };
}

/** F1 of the distinct content words that the other has too, in any inflection. */
function wordLikeness(a: Profile, b: Profile): number {
  return f1(sharedWords(a, b) + sharedWords(b, a), a.words.length + b.words.length);
}

function sharedWords(from: Profile, to: Profile): number {
  return from.words.filter(({ keys }) => [...keys].some((key) => to.keys.has(key))).length;
}

function valueLikeness(a: Profile, b: Profile): number {
  const lonely = lonelyValues(a, b).length + lonelyValues(b, a).length;
  const all = a.values.length + b.values.length;
  return f1(all - lonely, all);
}

/** Values that the other answer does not have, not even less or more precisely (`13. November`). */
export function lonelyValues(profile: Profile, other: Profile): readonly ValueItem[] {
  return lonelyIn(profile)(other);
}

/** Two long answers have thousands of values each, so every pair is compared once. */
const lonelyIn = rememberObject(({ values }: Profile) =>
  rememberObject((other: Profile): readonly ValueItem[] =>
    values.filter(({ value }) => !other.values.some((found) => isAlike(value, found.value))),
  ),
);

function isAlike(a: Value, b: Value): boolean {
  return sameValue(a, b) || sameValue(b, a);
}

function f1(shared: number, all: number): number {
  return all === 0 ? 1 : shared / all;
}

function lengthLikeness(a: number, b: number): number {
  return Math.max(a, b) === 0 ? 1 : Math.min(a, b) / Math.max(a, b);
}

/** Counts as if three words were alike, so that a single „bitte“ is no other tone. */
const sharedTone = 3;

function toneLikeness(a: readonly number[], b: readonly number[]): number {
  let apart = 0;
  let all = sharedTone;
  for (const [index, count] of a.entries()) {
    const other = b[index] ?? 0;
    apart += Math.abs(count - other);
    all += count + other;
  }
  return 1 - apart / all;
}

function decisionLikeness(a: Profile, b: Profile): number {
  if (areContrary(a.outcomes, b.outcomes)) return 0;
  const decisions = new Set([a.decision, b.decision]);
  if (decisions.has("granted") && decisions.has("refused")) return 0;
  return a.decision === b.decision ? 1 : 0.5;
}

function addressLikeness(a: Profile, b: Profile): number {
  const parts = ["salutation", "pronoun", "honorific"] as const;
  return parts.filter((part) => a.address[part] === b.address[part]).length / parts.length;
}
