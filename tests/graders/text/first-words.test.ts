import fc from "fast-check";
import { expect, test } from "vitest";
import { firstWords } from "../../../graders/text/first-words.ts";

function textsOf(sentence: string, most: number): string[] {
  return firstWords(sentence, most).map(({ text }) => text);
}

test("letters and marks are words, all else parts them", () => {
  expect(textsOf("Hat das E-Auto 2 Türen?", 4)).toEqual(["Hat", "das", "E", "Auto"]);
});

test("finds what the pattern finds", () => {
  const unit = fc.constantFrom(...Array.from("aÄжع'’` .,-1\n"), "a\u0308", "\u0308", "😀", "𐐀");
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 80 }),
      fc.integer({ min: 1, max: 3 }),
      (units, most) => {
        const text = units.join("");
        const words = text.slice(0, most * 30).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
        expect(textsOf(text, most)).toEqual(words.slice(0, most));
      },
    ),
    { numRuns: 2000 },
  );
});
