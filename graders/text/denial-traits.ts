import words from "./negation-words.json" with { type: "json" };
import { wordFlag, wordProperty, type Word } from "./word.ts";

/** One of the words that deny. */
export const denying = 1;
/** Denies, or goes on with a denial: `weder … noch`, `alles andere als`. */
export const trigger = 2;
/** Verbs at the end of a clause end in -en, -n or -t. */
export const verbEnding = 4;
/** The ending of a verb that calls on somebody: `Beginnen Sie`. */
export const callEnding = 8;
/** `öffentlichen` */
export const inflected = 16;
/** `nach`, `gemäß` */
export const reason = 32;
/** `ihr`, `den` */
export const definite = 64;
/** Stands between the members of an enumeration: `und`, `alte`. */
export const joining = 128;

const cues = new Set([...words.following, ...words.phrase]);
const reasons = new Set(words.reasons);
const beginnings = new Set(["nichts", "niemandem", "niemanden"])
  .union(cues)
  .union(new Set(words.refuting))
  .union(new Set(words.freeing))
  .union(new Set(words.refutingLast))
  .union(new Set(words.earlier))
  .union(new Set(words.answers));
const triggers = beginnings.union(new Set(["als", "noch"]));

const tests: readonly (readonly [number, (lower: string) => boolean])[] = [
  [denying, (lower) => cues.has(lower)],
  [trigger, (lower) => triggers.has(lower)],
  [verbEnding, (lower) => /(?:en|ern|eln|t|tun)$/u.test(lower)],
  [callEnding, (lower) => /(?:en|ern|eln|tun)$/u.test(lower)],
  [inflected, (lower) => /e[nmrs]?$/u.test(lower)],
  [reason, (lower) => reasons.has(lower)],
  [
    definite,
    (lower) => /^(?:d(?:er|ie|as|en|em)|(?:ihr|mein|sein|unser|dies)e?[nmrs]?)$/u.test(lower),
  ],
  [joining, (lower) => /^(?:und|oder|sowie|\p{Ll}{3,}e[nrms]?)$/u.test(lower)],
];

/** What a word is where something is denied, as bits, so that one place tells all of it. */
const traitsOf = wordProperty(({ text }): number => {
  const lower = text.toLowerCase();
  let traits = 0;
  for (const [trait, test] of tests) if (test(lower)) traits |= trait;
  return traits;
});

export function hasTrait(word: Word, trait: number): boolean {
  return (traitsOf(word) & trait) !== 0;
}

/** Without such a word nothing is denied in a sentence. It is asked of every word, the traits of few. */
export const beginsDenial = wordFlag(({ text }) => {
  const lower = text.toLowerCase();
  return beginnings.has(lower) || lower === "andere";
});
