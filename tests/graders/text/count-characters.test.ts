import fc from "fast-check";
import { expect, test } from "vitest";
import { characterCounter, countLetters } from "../../../graders/text/count-characters.ts";

test.each([
  ["", 0],
  ["Gebühr: 37 €", 6],
  ["Подача 14", 6],
  ["𝔄𝔅 👍", 2],
  ["\ud800a\udc00", 1],
])("countLetters of %j is %i", (text, count) => {
  expect(countLetters(text)).toBe(count);
});

test("counts what match finds", () => {
  const patterns = [/\p{L}/u, /\p{Script=Latin}/u, /\p{Script=Han}/u, /[\p{Cc}\ufffd]/u];
  const counters = patterns.map((pattern) => ({
    all: new RegExp(pattern.source, "gu"),
    count: characterCounter(pattern),
  }));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const { all, count } of counters) {
        expect(count(text)).toBe(text.match(all)?.length ?? 0);
      }
    }),
    { seed: 1 },
  );
});
