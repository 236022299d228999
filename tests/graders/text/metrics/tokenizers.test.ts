import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenizers } from "../../../../graders/text/metrics/tokenizers.ts";

/** The rules of mteval-v13a over the whole text. */
function byRules(text: string): string[] {
  return ` ${text} `
    .replace(/([{-~[-` -&(-+:-@/])/gu, " $1 ")
    .replace(/([^0-9])([.,])/gu, "$1 $2 ")
    .replace(/([.,])([^0-9])/gu, " $1 $2")
    .replace(/([0-9])(-)/gu, "$1 $2 ")
    .split(/\s+/u)
    .filter((token) => token !== "");
}

test("cut between blanks as the rules cut the whole text", () => {
  const unit = fc.constantFrom(...Array.from("a1ä.,-–'(:%\t\u00a0\u2028 "), "\u{1f600}", "\ud83d");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
      const text = units.join("");
      expect(tokenizers["13a"](text)).toEqual(byRules(text));
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
});

test("entities and broken lines", () => {
  expect(tokenizers["13a"]("a &amp; b-\nc &lt;d&gt;")).toEqual(["a", "&", "bc", "<", "d", ">"]);
});
