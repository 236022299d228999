import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrase, phraseText } from "../../../graders/identifiers/planted-phrase.ts";
import { searchedText } from "../../../graders/identifiers/searched-text.ts";
import { findSought, soughtPhrase } from "../../../graders/identifiers/sought-phrase.ts";

test.each(["1187", "4711/26", "FE-26-0933", "", "da"])("%j is never found", (phrase) => {
  expect(soughtPhrase(phrase)).toBeUndefined();
});

test("finds what is found where every word is read", () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...[
        "Weber",
        "Webers",
        "weberin",
        "WEBERN",
        "Müller",
        "Muellers",
        "MÜLLERN",
        "Straße",
        "STRASSEN",
      ],
      ...[
        "Şahin",
        "şahins",
        "İnan",
        "inan",
        "Ｗeber",
        "Σίσυφος",
        "ΣΊΣΥΦΟΣ",
        "σίσυφοςs",
        "Wo\u00adber",
      ],
      ...[
        "Promille",
        "‰",
        "1,63",
        "150",
        "Euro",
        "€",
        "14.03.1979",
        "14. März",
        "drei",
        "3",
        "§ 51 BMG",
      ],
    ),
    fc.string({
      unit: fc.constantFrom(...Array.from("WewßẞſKİıσςΣän\u0301\u034f\u00ad-’.")),
      maxLength: 6,
    }),
  );
  const parts = (most: number) => fc.array(part, { maxLength: most }).map((all) => all.join(" "));
  fc.assert(
    fc.property(parts(2), parts(12), (phrase, text) => {
      const sought = soughtPhrase(phrase);
      const found = sought === undefined ? [] : findSought(searchedText(text), sought);
      const all = findPhrase(phraseText(text), phraseText(phrase));
      const inOrder = found.toSorted((a, b) => a.start - b.start);
      expect(inOrder).toEqual(all);
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
});
