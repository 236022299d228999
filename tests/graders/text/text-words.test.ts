import fc from "fast-check";
import { expect, test } from "vitest";
import { PassageWords } from "../../../graders/text/text-words.ts";
import { countWords } from "../../../graders/text/words.ts";

test("counts the words of passages as of their copies, wherever they are cut", () => {
  const text = fc
    .array(fc.constantFrom(...Array.from("aÄa\u0308\u03017.,-’ \n§")), { maxLength: 80 })
    .map((units) => units.join(""));
  const cuts = fc.array(fc.nat(80), { maxLength: 8 });
  fc.assert(
    fc.property(text, cuts, (from, places) => {
      const passages = new PassageWords(from);
      const borders = places.toSorted((a, b) => a - b).map((at) => Math.min(at, from.length));
      for (let at = 1; at < borders.length; at += 2) {
        const [start = 0, end = 0] = borders.slice(at - 1, at + 1);
        expect(passages.count(start, end)).toBe(countWords(from.slice(start, end)));
      }
    }),
    { numRuns: 1000 },
  );
});
