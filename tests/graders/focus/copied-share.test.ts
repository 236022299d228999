import fc from "fast-check";
import { expect, test } from "vitest";
import { copiedShare, readPassages } from "../../../graders/focus/copied-share.ts";

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
    fc.property(words, words, (source, answer) => {
      const [text, said] = [source, answer].map((list) => list.join(" ")) as [string, string];
      const lower = (list: readonly string[]): string[] => list.map((one) => one.toLowerCase());
      expect(copiedShare(readPassages(text), said)).toBe(
        definedShare(lower(source), lower(answer)),
      );
    }),
  );
});
