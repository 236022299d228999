import fc from "fast-check";
import { expect, test } from "vitest";
import type { MappedText } from "../../../graders/secrets/mapped-text.ts";
import {
  boldText,
  lineInitials,
  namedLetters,
  numberedParts,
  quotedText,
  wordInitials,
} from "../../../graders/secrets/picked-letters.ts";

/** What each of them picks out of a text, as a pattern whose first group is taken. */
const patterns = {
  lineInitials: [
    lineInitials,
    /(?<=^|\n)[^\S\n]{0,8}(?:\d{1,3}[.):]|[-*•>#]{1,3})?[^\p{L}\p{N}\n]{0,8}([\p{L}\p{N}])/dgu,
    "",
  ],
  wordInitials: [wordInitials, /(?<![\p{L}\p{N}\p{M}])([\p{L}\p{N}])/dgu, ""],
  quotedText: [
    quotedText,
    /[„“"»«‚`'][^\p{L}\p{N}„“”"»«`*'\n]{0,4}([\p{L}\p{N}][^„“”"»«`*'\n]{0,40})(?=[“”"«»‘`*'])/dgu,
    "|",
  ],
  boldText: [boldText, /\*\*[^\p{L}\p{N}*\n]{0,4}([\p{L}\p{N}][^*\n]{0,40})\*\*/dgu, "|"],
  numberedParts: [
    numberedParts,
    /(?<!\p{L})(?:Teil|Stück|Silbe|Hälfte|Abschnitt|Wortteil|Part)\s{0,2}[\p{L}\p{N}]{0,10}\s?(?:[:=]|ist|lautet)[^\S\n]{0,3}[„“"'*`]{0,3}([\p{L}\p{N}][\p{L}\p{N}-]{0,30})/dgiu,
    "|",
  ],
  namedLetters: [
    namedLetters,
    /(?:[:=]|(?<!\p{L})(?:ist|lautet))[^\S\n]{0,3}[„“"'*`]{0,3}(?<![\p{L}\p{N}])([\p{L}\p{N}])(?![\p{L}\p{N}\p{M}])/dgu,
    "|",
  ],
} as const;

function byPattern(text: string, pattern: RegExp, between: string): [string, number[]] {
  const matches = Array.from(text.matchAll(pattern));
  const parts = matches.map((match) => (match[1] ?? "") + between);
  const starts = matches.flatMap((match, at) => {
    const from = match.indices?.[1]?.[0] ?? 0;
    return Array.from({ length: parts[at]?.length ?? 0 }, (_, unit) => from + unit);
  });
  return [parts.join(""), starts];
}

function shown({ text, starts }: MappedText): [string, number[]] {
  return [text, Array.from(starts)];
}

test.each(Object.entries(patterns))(
  "%s picks what the pattern finds",
  (_, [pick, pattern, sign]) => {
    const unit = fc.constantFrom(
      ..."a ist lautet Teil Stück part 1. ** „b “ „ “ : = ' - > #".split(" "),
      ...Array.from(" \n\tÄx7"),
      "\u0301",
      "\u{1d400}",
      "\u{1f600}",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
        const text = units.join("");
        expect(shown(pick(text))).toEqual(byPattern(text, pattern, sign));
      }),
      { numRuns: 2000, seed: 20_261_129 },
    );
  },
);
