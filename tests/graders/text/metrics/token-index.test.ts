import fc from "fast-check";
import { expect, test } from "vitest";
import { TokenIndex } from "../../../../graders/text/metrics/token-index.ts";
import { countNGrams, minimum, total } from "../../../../graders/text/metrics/n-grams.ts";

const tokens = fc.array(fc.constantFrom("a", "b", "c", "der", "die"), { maxLength: 30 });

/** The highest count of every n-gram in any text, counted with maps. */
function most(texts: readonly (readonly string[])[], order: number): Map<string, number> {
  const result = new Map<string, number>();
  for (const text of texts) {
    for (const [nGram, count] of countNGrams(text, order)) {
      result.set(nGram, Math.max(result.get(nGram) ?? 0, count));
    }
  }
  return result;
}

test("shares as many n-grams as counting finds", () => {
  fc.assert(
    fc.property(fc.array(tokens, { maxLength: 3 }), tokens, (texts, own) => {
      const counted = [1, 2, 3, 4].map((order) =>
        total(minimum(countNGrams(own, order), most(texts, order))),
      );
      expect(new TokenIndex(texts, 4).shared(own)).toEqual(counted);
    }),
  );
});

test("asking twice gives the same", () => {
  const index = new TokenIndex([["a", "b", "a"]], 2);
  expect(index.shared(["a", "a", "b", "a"])).toEqual([3, 2]);
  expect(index.shared(["a", "a", "b", "a"])).toEqual([3, 2]);
});
