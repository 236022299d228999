import fc from "fast-check";
import { expect, test } from "vitest";
import { alignTokens } from "../../../graders/text/align-tokens.ts";

function align(source: string, answer: string): number[] {
  return alignTokens(source.split(" "), answer.split(" "));
}

test("finds what is gone, replaced, added or moved", () => {
  expect(align("a b c d", "a b c d")).toEqual([0, 1, 2, 3]);
  expect(align("a b c d", "a x d")).toEqual([0, -1, -1, 2]);
  expect(align("a b c d", "x a b y c d")).toEqual([1, 2, 4, 5]);
  expect(align("a b a b", "a a")).toEqual([0, -1, 1, -1]);
  expect(align("a b c", "x y z")).toEqual([-1, -1, -1]);
  expect(align("a b c x y z", "x y z a b c").filter((at) => at >= 0)).toHaveLength(3);
});

test("every pair is equal and the places rise", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (source, answer) => {
      const partners = alignTokens(source, answer);
      expect(partners).toHaveLength(source.length);
      let last = -1;
      for (const [index, partner] of partners.entries()) {
        if (partner < 0) continue;
        expect(answer[partner]).toBe(source[index]);
        expect(partner).toBeGreaterThan(last);
        last = partner;
      }
    }),
    { seed: 20_261_101, numRuns: 300 },
  );
});

test("runs of three that stand once in both texts are kept together", () => {
  expect(align("a b c d a b x", "a b q a b c d")).toEqual([3, 4, 5, 6, -1, -1, -1]);
  expect(align("a b c a b c", "a b c x a b c")).toEqual([0, 1, 2, 4, 5, 6]);
});
