import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestPassage, firstSentences, splitSentences } from "../../models/passages.ts";

const text = `Der Sperrmüll wird auf Antrag abgeholt. Den Antrag stellen Sie nach § 4 Abs. 2 der
Satzung bis zum 3. Juni online. Eine Abholung kostet 30 Euro.

Nicht mitgenommen werden:
- Bauschutt und Farben.
- Elektrogeräte. Diese nimmt der Wertstoffhof an.`;

describe("splitSentences", () => {
  test("keeps abbreviations, dates and wrapped lines together, and list items apart", () => {
    expect(splitSentences(text)).toEqual([
      "Der Sperrmüll wird auf Antrag abgeholt.",
      "Den Antrag stellen Sie nach § 4 Abs. 2 der Satzung bis zum 3. Juni online.",
      "Eine Abholung kostet 30 Euro.",
      "Nicht mitgenommen werden:",
      "- Bauschutt und Farben.",
      "- Elektrogeräte.",
      "Diese nimmt der Wertstoffhof an.",
    ]);
  });

  test("loses no letter", () => {
    const property = fc.property(fc.string({ unit: "grapheme" }), (any) => {
      const letters = (value: string) => value.replaceAll(/\s+/gu, "");
      expect(letters(splitSentences(any).join(""))).toBe(letters(any));
    });
    fc.assert(property, { seed: 1 });
  });
});

describe("firstSentences", () => {
  test("stops at the number of sentences", () => {
    expect(firstSentences(text, { sentences: 1, words: 60 })).toBe(
      "Der Sperrmüll wird auf Antrag abgeholt.",
    );
  });

  test("stops before the sentence that would be too long", () => {
    const short = firstSentences(text, { sentences: 3, words: 10 });
    expect(short).toBe("Der Sperrmüll wird auf Antrag abgeholt.");
  });

  test("gives the first sentence even if it is too long by itself", () => {
    expect(firstSentences("Eins zwei drei vier. Fünf.", { sentences: 3, words: 2 })).toBe(
      "Eins zwei drei vier.",
    );
  });
});

describe("bestPassage", () => {
  test("finds the passage that shares words with the question, in any inflection", () => {
    expect(bestPassage(text, "Was kosten Abholungen?")).toContain("30 Euro");
    expect(bestPassage(text, "Wohin mit einem Elektrogerät?")).toContain("Wertstoffhof");
  });

  test("a rare word weighs more than a frequent one", () => {
    const source = "Der Antrag ist frei. Der Antrag ist kurz. Der Antrag braucht ein Siegel. Ende.";
    expect(bestPassage(source, "Braucht der Antrag ein Siegel?")).toContain("Siegel");
  });

  test("a question that shares nothing gets the beginning", () => {
    expect(bestPassage(text, "Warum?")).toMatch(/^Der Sperrmüll/u);
  });

  test("an empty text has no passage", () => {
    expect(bestPassage("", "Warum?")).toBe("");
  });
});
