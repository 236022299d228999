import fc from "fast-check";
import { expect, test } from "vitest";
import { copiedShares, readPassages } from "../../../graders/focus/copied-share.ts";

/** The definition written out: distinct runs of four words of the source that the answer has. */
function definedShare(source: readonly string[], answer: readonly string[]): number {
  const runsOf = (words: readonly string[]): Set<string> =>
    new Set(words.slice(3).map((_word, at) => words.slice(at, at + 4).join(" ")));
  const runs = source.length < 20 ? new Set<string>() : runsOf(source);
  return runs.size === 0 ? 0 : runs.intersection(runsOf(answer)).size / runs.size;
}

test("is the share that the definition gives, whatever repeats", () => {
  const word = fc.constantFrom("der", "Antrag", "kostet", "37", "Euro", "im", "Amt");
  const words = fc.array(word, { maxLength: 60 });
  fc.assert(
    fc.property(words, words, words, (source, other, answer) => {
      const passages = readPassages([source.join(" "), other.join(" ")]);
      const [first, second, said] = [source, other, answer].map((list) =>
        list.map((one) => one.toLowerCase()),
      ) as [string[], string[], string[]];
      const shares = [definedShare(first, said), definedShare(second, said)];
      expect(copiedShares(passages, answer.join(" "))).toEqual(shares);
    }),
  );
});
