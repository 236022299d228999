import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordDifference, type WordPiece } from "../../reports/word-difference.ts";

const seed = 20_261_129;

/** Own words in brackets. */
function shown(pieces: readonly WordPiece[]): string {
  return pieces.map(({ text, own }) => (own ? `[${text}]` : text)).join("");
}

describe("wordDifference", () => {
  test.each([
    ["Die Frist ist ein Monat.", "Die Frist ist ein Monat.", "Die Frist ist ein Monat."],
    ["Sie zahlen 37 Euro.", "Sie zahlen 22 Euro.", "Sie zahlen [37] Euro."],
    ["nein und noch mehr", "ganz anders", "[nein und noch mehr]"],
    ["A B C", "C A B", "A B [C]"],
    ["  Rand \n", "Rand", "  Rand \n"],
    ["", "etwas", ""],
    ["etwas", "", "[etwas]"],
  ])("%j beside %j", (left, right, expected) => {
    expect(shown(wordDifference(left, right).left)).toBe(expected);
  });

  test("the two sides mark what the other lacks", () => {
    const { left, right } = wordDifference("a b c d", "a x c d e");
    expect([shown(left), shown(right)]).toEqual(["a [b] c d", "a [x] c d [e]"]);
  });

  test("the pieces give the texts, and what is not marked is the same on both sides", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "ß", " ", "\n", "  ", "\u{1F600}"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { left, right } = wordDifference(one, other);
        expect(left.map((piece) => piece.text).join("")).toBe(one);
        expect(right.map((piece) => piece.text).join("")).toBe(other);
        const common = (pieces: readonly WordPiece[]) =>
          pieces.filter(({ own }) => !own).flatMap((piece) => piece.text.match(/\S+/gu) ?? []);
        expect(common(left)).toEqual(common(right));
      }),
      { seed, numRuns: 300 },
    );
  });
});
