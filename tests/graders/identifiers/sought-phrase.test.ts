import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrase, phraseText } from "../../../graders/identifiers/planted-phrase.ts";
import { searchedText } from "../../../graders/identifiers/searched-text.ts";
import { findSought, soughtPhrase } from "../../../graders/identifiers/sought-phrase.ts";

test.each(["1187", "4711/26", "FE-26-0933", "", "da"])("%j is never found", (phrase) => {
  expect(soughtPhrase(phrase)).toBeUndefined();
});

const wordsAndValues =
  "Weber,Webers,Weberin,WEBERN,Müller,Muellers,MÜLLERN,Straße,STRASSE,Şahin,şahin,İnan,inan,\uff37\uff25\uff22," +
  "Σίσυφος,ΣΊΣΥΦΟΣ,σίσυφοςs,Wo\u00adber,Promille,‰,1.63,150,Euro,€,14.03.1979,14. März,drei,3,§ 51 BMG";

test("finds what is found where every word is read", () => {
  const unit = fc.constantFrom(...Array.from("WewßẞſKİıσςΣän\u0301\u034f\u00ad-’."));
  const part = fc.oneof(
    fc.constantFrom(...wordsAndValues.split(",")),
    fc.string({ unit, maxLength: 6 }),
  );
  const joined = (maxLength: number): fc.Arbitrary<string> =>
    fc.array(part, { maxLength }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(joined(2), joined(12), (phrase, text) => {
      const sought = soughtPhrase(phrase);
      const found = sought === undefined ? [] : findSought(searchedText(text), sought);
      const inOrder = found.toSorted((a, b) => a.start - b.start);
      expect(inOrder).toEqual(findPhrase(phraseText(text), phraseText(phrase)));
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
});
