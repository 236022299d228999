import fc from "fast-check";
import { expect, test } from "vitest";
import { hasWords } from "../../../graders/letter-form/has-words.ts";

test("counts what the pattern finds", () => {
  const pieces = fc.constantFrom(
    "a",
    "Ä",
    "ß",
    "\u{10330}",
    "\u0308",
    "7",
    "-",
    " ",
    "\n",
    "\ud83d",
    "\u{1F600}",
  );
  const text = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 6 }), (written, wanted) => {
      const words = written.match(/\p{L}{2,}/gu)?.length ?? 0;
      expect(hasWords(written, wanted)).toBe(words >= wanted);
    }),
    { numRuns: 1000 },
  );
});
