import { wordProperty, type Word } from "../text/word.ts";

/** What is compared of two words. */
interface Inflection {
  readonly lower: string;
  readonly startsCapital: boolean;
  /** The word, and what is left without one ending of German inflection. */
  readonly stems: readonly string[];
  /** Key of the first letters, of which those of an inflected word are the same. */
  readonly beginning: number;
}

/** Shorter words are compared as they are. */
export const shortestStem = 4;

/**
 * A noun stays a noun: „Klein“ is not „klein“, while „schwanger“ may begin a sentence. Its „er“ is
 * no ending: „Weller“ is not „Wellen“.
 */
export function isInflected(wanted: Word, found: Word): boolean {
  const one = inflectionOf(wanted);
  const other = inflectionOf(found);
  if (one.beginning !== other.beginning) return false;
  const second = found.text.charAt(1);
  if (wanted.text.charAt(1) !== second && !isCapital(second)) return false;
  if (one.startsCapital && !other.startsCapital) return false;
  if (one.lower === other.lower) return true;
  if (one.lower.slice(0, shortestStem) !== other.lower.slice(0, shortestStem)) return false;
  const isAgent = one.startsCapital && one.lower.endsWith("er");
  const stems = isAgent ? [one.lower] : one.stems;
  return other.stems.some((stem) => stems.includes(stem));
}

/** A number from 0 on that two words share when one is inflected from the other. */
export function beginningOf(word: Word): number {
  return inflectionOf(word).beginning;
}

/** Letters that every word begins with, in lower case, of which this may be an inflected form. */
export function stemOf(word: Word): string {
  const { lower, stems } = inflectionOf(word);
  return stems.reduce((shortest, stem) => (stem.length < shortest.length ? stem : shortest), lower);
}

const inflectionOf = wordProperty(({ text }): Inflection => {
  const lower = text.toLowerCase();
  return {
    lower,
    startsCapital: isCapital(text.charAt(0)),
    stems: stemsOf(lower),
    beginning: keyOf(lower),
  };
});

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function keyOf(lower: string): number {
  let key = 0;
  for (let at = 0; at < shortestStem && at < lower.length; at += 1) {
    key = (Math.imul(key, 31) + lower.charCodeAt(at)) & 0x7fff_ffff;
  }
  return key;
}

const endings = ["ern", "en", "em", "er", "es", "e", "n", "s"];

function stemsOf(word: string): string[] {
  const shorter = endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter((stem) => stem.length >= shortestStem);
  return [word, ...shorter];
}
