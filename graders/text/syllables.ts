import respellings from "./syllable-respellings.json" with { type: "json" };
import { isDigitToken } from "./words.ts";
import { wordOf, wordProperty, type Word } from "./word.ts";

/** One spoken syllable each; two vowels that are not listed as a pair are two syllables. */
const vowelGroups = /äu|eu|au|ai|ei|ie|oi|ou|aa|ee|oo|ay|ey|oy|[aeiouyäöü]/gu;

/**
 * Parts of words whose spelling misleads: loan words with two vowels in two syllables or with a
 * silent letter, and joints of compounds. Written form to the form that is counted.
 */
const spoken = new Map(
  respellings.groups.flatMap(({ words }) =>
    words.map((entry) => [entry.replace(/[|()]/gu, ""), entry.replace(/\([^)]*\)/gu, "")] as const),
  ),
);
const misleading = new RegExp(Array.from(spoken.keys()).toSorted(longestFirst).join("|"), "gu");

/** Endings that part two vowels, as the place between them. */
const joints: readonly RegExp[] = [
  // Muse|um, Jubilä|ums, Ide|en
  /(?<=[^aeiouäöü][eä])(?=ums?$)|(?<=[^aeiouäöü]e)(?=en$)/gu,
  // Feri|en, Ferien|job; not Schiene, dienen, Wien
  /(?<=(?<!sch|^w)i)(?=en$)|(?<=(?<!sch|d|^w)i)(?=en[^ethd])/gu,
  // effizi|ent, Pati|enten; not dient
  /(?<=[tlrzp]i)(?=en[tz])/gu,
  // finanzi|ell; not vielleicht
  /(?<=i)(?=ell(?:(?:er|st)?e[nrsm]?)?$)/gu,
  // archa|isch; not maischen
  /(?<=[^m]a)(?=isch(?:e[nrsm]?)?$)/gu,
  // Pi|etät, Spontane|ität, Ego|ismus, Andro|id
  /(?<=i)(?=etät)|(?<=e)(?=ität)|(?<=o)(?=is(?:m|t|ch|ier)|id(?:e[nrsm]?)?$)/gu,
];

/**
 * Spoken syllables of a German word in careful speech, at least 1: vowel groups, parted at known
 * joints. A number in digits and an acronym without a vowel count 1. `-tion` is 2, `-ie` 1, `-ien`
 * 2; every written `-e` counts, but not the silent one of loan words in the list.
 *
 * @example
 * countSyllables("Personalausweis"); // 5
 */
export function countSyllables(word: string): number {
  return syllablesOf(wordOf(word));
}

/** As `countSyllables`, of a word that was looked up. */
export const syllablesOf: (word: Word) => number = wordProperty(({ text }) =>
  isDigitToken(text) ? 1 : countInWord(text),
);

function countInWord(word: string): number {
  return plainLetters(word)
    .split(/[-·]/u)
    .reduce((sum, part) => sum + countPart(part), 0);
}

function countPart(part: string): number {
  const respelled = part
    .replaceAll("qu", "q")
    .replace(/^y(?=[aeou])/u, "j")
    .replace(misleading, (written) => spoken.get(written) ?? written);
  const parted = joints.reduce((text, joint) => text.replace(joint, "|"), respelled);
  return Math.max(1, parted.match(vowelGroups)?.length ?? 0);
}

/** Lower case; accents dropped, but not from ä, ö, ü; a trema parts: `Citroën`. */
function plainLetters(word: string): string {
  const lower = word.normalize("NFC").toLowerCase();
  if (/^[a-zäöüß'’·-]*$/u.test(lower)) return lower;
  return lower
    .replace(/[ëï]/gu, (letter) => `|${letter}`)
    .replace(/[^a-zäöüß]/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""))
    .replaceAll("æ", "ä")
    .replaceAll(/[øœ]/gu, "ö")
    .replaceAll("ı", "i");
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
