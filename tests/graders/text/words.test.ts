import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLetters, isDigitToken, splitWords, wordBounds } from "../../../graders/text/words.ts";
import list from "./sentence-counts.json" with { type: "json" };

describe("splitWords", () => {
  const counted = list.texts.flatMap(({ text, words }) =>
    words === undefined ? [] : [{ text, words }],
  );

  test.each(counted)("counts the words of $text", ({ text, words }) => {
    expect(splitWords(text)).toHaveLength(words);
  });

  test.each([
    ["Bundes-Gesetz Bundes·gesetz geht's", ["Bundes-Gesetz", "Bundes·gesetz", "geht's"]],
    ["Bürger:innen", ["Bürger", "innen"]],
    ["www.stadt.de", ["www", "stadt", "de"]],
    ["12-jährig", ["12", "jährig"]],
    ["3.500,50 § 1.", ["3.500,50", "1"]],
    ["Vor- und Nachname", ["Vor", "und", "Nachname"]],
  ])("splits %s", (text, words) => {
    expect(splitWords(text).map((span) => span.text)).toEqual(words);
  });

  test("keeps the offsets, also in decomposed spelling", () => {
    const text = "Äpfel für Müller".normalize("NFD");
    const spans = splitWords(text);
    expect(spans).toHaveLength(3);
    for (const span of spans) expect(span.text).toBe(text.slice(span.start, span.end));
  });
});

test("wordBounds finds what its pattern finds", () => {
  const pattern = /\p{L}+(?:[-·'’]\p{L}+)*|\d+(?:[.,]\d+)*/gu;
  const unit = fc.constantFrom(
    ...Array.from("aÄж文-·'’.,3 ²½٣\n\u0301§"),
    "𝔄",
    "👍",
    "\ud835",
    "\udd04",
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
      const text = units.join("");
      const found = Array.from(text.matchAll(pattern), ({ 0: word, index }) => [
        index,
        index + word.length,
      ]);
      expect(wordBounds(text)).toEqual(found.flat());
    }),
    { seed: 1, numRuns: 5000 },
  );
});

describe("words", () => {
  test("counts letters without joints", () => {
    expect(countLetters("Bundes-Gesetz")).toBe(12);
    expect(countLetters("geht's")).toBe(5);
    expect(countLetters("für".normalize("NFD"))).toBe(3);
    expect(countLetters("3.500")).toBe(0);
  });

  test("knows numbers", () => {
    expect(isDigitToken("3.500,50")).toBe(true);
    expect(isDigitToken("A4")).toBe(false);
  });
});
