import fc from "fast-check";
import { expect, test } from "vitest";
import { digitRuns } from "../../../graders/identifiers/digit-runs.ts";
import { formPattern, formsIn } from "../../../graders/identifiers/number-forms.ts";
import { numberText } from "../../../graders/identifiers/number-text.ts";

function forms(text: string, pattern: string, behind?: string) {
  return formsIn(
    numberText(text, digitRuns(text), () => true),
    formPattern(pattern, behind),
  );
}

test("a form begins and ends with a group, and its span is that of the source", () => {
  const source = "x12 345 678 901y 12 345 678 90";
  expect(forms(source, "N10").map(({ start, end }) => source.slice(start, end))).toEqual([
    "12 345 678 90",
  ]);
});

test("overlapping forms are all there", () => {
  const values = forms("12 34 56 78 90 12", "N10").map(({ value }) => value);
  expect(values).toEqual(["1234567890", "3456789012"]);
});

test("forms that end within a group are none", () => {
  const values = forms("x12 345 678y 123 456 789", "N9").map(({ value }) => value);
  expect(values).toEqual(["123456789"]);
});

const patterns: [string, RegExp, string?][] = [
  ["N11", /(?=(\d{11}))/gu],
  ["N8 A N3", /(?=(\d{8}[a-z]\d{3}))/gu],
  ["A N9", /(?=([a-z]\d{9}))/gu],
  ["d e N9", /(?=(de\d{9}))/gu],
  ["X9 N X", /(?=([a-z0-9]{9}\d[a-z0-9]))/gu],
  ["S9", /(?=([cfghjklmnprtvwxyz0-9]{9}))/gu],
  ["S9 N", /(?=([cfghjklmnprtvwxyz0-9]{9}\dd?))/gu, "d"],
];

test.each(patterns)("%s finds between borders what %s finds", (signs, pattern, behind) => {
  const unit = fc.oneof(
    fc.constantFrom("DE", "d", "L01X00T47", "123", "4567", "12345678901", "a", "K"),
    fc.constantFrom("DE123456789", "12345678A123", "1234 5678 b1 23"),
    fc.constantFrom(...Array.from("1 -."), ",\n", "Wort", "é", "\u{1d400}", "ß"),
  );
  let matches = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join("");
      const compact = numberText(text, digitRuns(text), () => true);
      const found = forms(text, signs, behind).map(({ index, value }) => [index, value]);
      const everywhere = Array.from(compact.text.matchAll(pattern))
        .map(({ 1: value = "", index }) => [index, value] as const)
        .filter(
          ([index, value]) => compact.isBorder(index) && compact.isBorder(index + value.length),
        );
      expect(found).toEqual(everywhere);
      matches += found.length;
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(matches).toBeGreaterThan(0);
});
