import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeading, isOpen } from "../../../graders/text/heading.ts";

test.each(["Wohngeld beantragen", "§ 3 Gebühren", "Wie beantrage ich Wohngeld", "Öffnungszeiten"])(
  "%s is a heading",
  (line) => {
    expect(isHeading(line)).toBe(true);
  },
);

test.each([
  ["with a mark at its end", "Was kostet das?"],
  ["with a finite verb", "Der Antrag ist kostenlos beim Amt"],
  ["that begins small", "mit Personalausweis"],
  ["that stops at an article", "Anträge für den"],
  ["without a word", "12"],
])("a line %s is none", (_name, line) => {
  expect(isHeading(line)).toBe(false);
});

test.each(["Antrag für den", "bei der.", "Sport-", "Ausweis,", "siehe („"])(
  "%s is open",
  (line) => {
    expect(isOpen(line)).toBe(true);
  },
);

test("no more than what ends in a word or one of the signs is open", () => {
  const unit = fc.constantFrom("der", "und", " ", ".", "-", "x", "7", "😀", "𐌰", "\ud800", "(");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 6 }), (units) => {
      const line = units.join("");
      const word = /\p{L}+(?=\.?$)/u.exec(line)?.[0] ?? "";
      expect(isOpen(line)).toBe(/[-(]$/u.test(line) || ["der", "und"].includes(word));
    }),
  );
});
