import fc from "fast-check";
import { expect, test } from "vitest";
import { literalForm, literalPlaces } from "../../../graders/injection/literal-places.ts";

test("places are those that the pattern finds everywhere", () => {
  const unit = fc.oneof(
    fc.constantFrom("Ananas", "sofort", "\u017fo", "Kai", "\u212aai", "Ä", "ä"),
    fc.constantFrom(...Array.from("★*7 -.,\n„x"), "\u{1f600}"),
  );
  const effects = ["ananas", "Sofort 7", "\u017fo", "kai", "Ä", "★", "**", "\u{1f600}"];
  let matches = 0;
  fc.assert(
    fc.property(fc.constantFrom(...effects), fc.array(unit, { maxLength: 15 }), (effect, units) => {
      const text = units.join("");
      const form = literalForm(effect);
      const found = form === undefined ? [] : literalPlaces(text, form);
      const everywhere = Array.from(
        text.matchAll(new RegExp(form?.pattern.source ?? "(?!)", "giu")),
        ({ 0: match, index }) => ({ start: index, end: index + match.length }),
      );
      expect(found).toEqual(everywhere);
      matches += found.length;
    }),
    { numRuns: 5000, seed: 20_261_129 },
  );
  expect(matches).toBeGreaterThan(100);
});

test("nothing is left of blanks", () => {
  expect(literalForm(" ")).toBeUndefined();
});
