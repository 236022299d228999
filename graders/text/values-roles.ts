import { numberFromWord } from "./values-numbers.ts";
import { suffixOf } from "./values-quantities.ts";
import { role } from "./values-token.ts";
import { phraseStarts, powerStarts } from "./values-units.ts";
import { vocabulary } from "./values-vocabulary.ts";

interface Collection {
  readonly has: (word: string) => boolean;
}

/** Collections of words in lower case, and what a word can be that is in one of them. */
const members: readonly (readonly [Collection, number])[] = [
  [new Set(["§"]), role.section],
  [vocabulary.sectionSigns, role.section],
  [vocabulary.articleSigns, role.article],
  [vocabulary.calendarWeek, role.week],
  [vocabulary.months, role.month],
  [new Set(Array.from(vocabulary.monthPairs.keys(), firstWord)), role.monthPair],
  [vocabulary.numbers, role.hour],
  [new Set(["ein"]), role.hour],
  [vocabulary.half, role.half],
  [vocabulary.currencies, role.currency | role.unit],
  [vocabulary.cents, role.unit],
  [phraseStarts, role.unit],
  [powerStarts, role.unit],
  [new Set(["v", "vom", "de"]), role.unit],
  [vocabulary.units, role.measure],
  [vocabulary.percentFirst, role.percentFirst],
  [vocabulary.one, role.one],
  [vocabulary.unitWords, role.unitWord],
  [vocabulary.foreignNumbers, role.foreign],
  [vocabulary.turkishTens, role.foreign],
  [vocabulary.fractions, role.fraction],
  [vocabulary.minus, role.minus],
  [new Set(["-"]), role.minus],
  [new Set(["(", "+"]), role.codeStart],
  [vocabulary.large, role.large],
  [vocabulary.clock, role.clock],
  [new Set(["am", "pm", "a", "p"]), role.halfDay],
  [vocabulary.connectors, role.connector],
  [vocabulary.dayJoints, role.dayJoint],
  [vocabulary.datePrepositions, role.datePreposition],
  [vocabulary.numbering, role.numbering],
  [vocabulary.clockPrefixes, role.clockPrefix],
  [new Set([".", "st", "nd", "rd", "th", "er", "of", "de"]), role.behindDay],
];

/** Longest word that is looked into. */
const longestWord = 60;

/** What a word or sign can be; `written` with its capitals, `lower` without. */
export function rolesOf(written: string, lower: string): number {
  let roles = 0;
  for (const [collection, ofMember] of members) if (collection.has(lower)) roles |= ofMember;
  // Single letters are units only in small print: `5 m`, not `5 M`.
  if (vocabulary.units.has(written.length === 1 ? written : lower)) roles |= role.unit;
  if (lower.length > longestWord) return roles;
  if (numberFromWord(lower) !== undefined) roles |= role.numeral;
  if (suffixOf(lower) !== undefined) roles |= role.unitWord;
  if (vocabulary.ordinals.has(lower.replace(/e[nmrs]?$/u, ""))) roles |= role.ordinal;
  return roles;
}

function firstWord(phrase: string): string {
  return phrase.split(" ", 1)[0] ?? "";
}
