import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedText } from "../../../graders/identifiers/folded-text.ts";

test.each([
  ["a\u00a0b\u2009c\u202fd\te", "a b c d e"],
  ["1\u20112\u20133\u22124", "1-2-3-4"],
  ["a\u200bb\u00adc\ufeffd", "abcd"],
  ["\uff11\u0662\u0969\u{1d7dc}", "1234"],
  ["\uff21\uff20", "A@"],
  ["a\r\nb\u2028c", "a \nb\nc"],
])("folds %j to %j", (text, folded) => {
  expect(foldedText(text).text).toBe(folded);
});

test("spans lead back to the original", () => {
  const text = "x\u200b\u{1d7dc}1-\u00ad2 y";
  const folded = foldedText(text);
  const start = folded.text.indexOf("41-2");
  const span = folded.originalSpan({ start, end: start + 4 });
  expect(text.slice(span.start, span.end)).toBe("\u{1d7dc}1-\u00ad2");
});

test("folding twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = foldedText(text).text;
      expect(foldedText(once).text).toBe(once);
    }),
    { seed: 20_261_101 },
  );
});
