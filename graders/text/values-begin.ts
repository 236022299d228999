import { numberFromWord } from "./values-numbers.ts";
import { suffixOf } from "./values-quantities.ts";
import { lowerWord, type ValueToken } from "./values-tokens.ts";
import { vocabulary } from "./values-vocabulary.ts";
import { wordProperty } from "./word.ts";

/** The only signs a value can begin with. */
const firstSigns = new Set([
  "§",
  "%",
  "(",
  "+",
  "€",
  "$",
  "£",
  "-",
  ...vocabulary.fractions.keys(),
]);

/** Could a value begin with this token? Most words of a text are told apart here, and only here. */
export function beginsValue(token: ValueToken): boolean {
  if (token.kind === "digits") return true;
  if (token.word === undefined) return firstSigns.has(token.text);
  return isValueWord(token.word);
}

/** Collections that hold words a value can begin with. */
const beginnings: readonly { readonly has: (word: string) => boolean }[] = [
  vocabulary.sectionSigns,
  vocabulary.articleSigns,
  vocabulary.months,
  vocabulary.one,
  vocabulary.minus,
  vocabulary.calendarWeek,
  vocabulary.half,
  vocabulary.currencies,
  vocabulary.unitWords,
  vocabulary.foreignNumbers,
  vocabulary.percentFirst,
  vocabulary.turkishTens,
];

const isValueWord = wordProperty((written): boolean => {
  const word = lowerWord(written);
  if (beginnings.some((collection) => collection.has(word))) return true;
  if (word.length > 60) return false;
  return (
    numberFromWord(word) !== undefined ||
    suffixOf(word) !== undefined ||
    vocabulary.ordinals.has(word.replace(/e[nmrs]?$/u, ""))
  );
});
