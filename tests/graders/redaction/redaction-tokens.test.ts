import fc from "fast-check";
import { expect, test } from "vitest";
import { plainSpelling } from "../../../graders/text/plain-letters.ts";
import { blackOut, redactionTokens } from "../../../graders/redaction/redaction-tokens.ts";

const everywhere = new RegExp(blackOut.source, "gu");
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Black-outs wherever the pattern finds them, and the words between. */
function byPattern(text: string): [number, string][] {
  const tokens: [number, string][] = [];
  let from = 0;
  const takeWords = (to: number): void => {
    for (const { 0: found, index } of text.slice(from, to).matchAll(word)) {
      tokens.push([from + index, plainSpelling(found)]);
    }
  };
  for (const { 0: found, index } of text.matchAll(everywhere)) {
    takeWords(index);
    tokens.push([index, ""]);
    from = index + found.length;
  }
  takeWords(text.length);
  return tokens;
}

test("words and black-outs", () => {
  expect(redactionTokens("Frau ███ ██ und [NAME_1], XXX-XXX").map(({ key }) => key)).toEqual([
    "frau",
    "",
    "und",
    "",
    "",
  ]);
});

test("tokens are those of the patterns", () => {
  const unit = fc.constantFrom(
    ...Array.from("█▓[]<>()Xx*_#-. \naÄ1"),
    ..."XXX ███ *** [geschwärzt] [NAME_1] <redacted> (geschwärzt) […]".split(" "),
    "\u0301",
    "\u{1d400}",
    "\u{1f600}",
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
      const text = units.join("");
      const found = redactionTokens(text).map(({ start, key }) => [start, key]);
      expect(found).toEqual(byPattern(text));
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
});

test("a letter behind x's makes a word of them, however many there are", () => {
  for (const count of [3, 6, 60, 5000]) {
    const letters = `${"x".repeat(count)}n`;
    expect(redactionTokens(letters)).toEqual([{ start: 0, end: count + 1, key: letters }]);
  }
  expect(redactionTokens("xxx-XXX ***").map(({ key, end }) => [key, end])).toEqual([["", 11]]);
});
