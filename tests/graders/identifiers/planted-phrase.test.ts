import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPhrase, phraseText } from "../../../graders/identifiers/planted-phrase.ts";

function phrases(text: string, phrase: string): string[] {
  const spans = findPhrase(phraseText(text), phraseText(phrase));
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe("finds a phrase", () => {
  test.each([
    ["91 Punkte", "mit 91 Punkten vorn", "91 Punkten"],
    ["150 Euro", "ein Bußgeld von 150 €", "150 €"],
    ["150 Euro", "150,00 Euro", "150,00 Euro"],
    ["148.000 Euro", "EUR 148.000,00", "EUR 148.000,00"],
    ["1.320.000 Euro", "1,32 Mio. Euro", "1,32 Mio. Euro"],
    ["6,8 Millionen Euro", "rund 6,8 Mio. €", "6,8 Mio. €"],
    ["1,63 Promille", "1,63 ‰", "1,63 ‰"],
    ["22 Prozent", "22 %", "22 %"],
    ["640 Tonnen", "640 t", "640 t"],
    ["drei Angebote", "bei 3 Angeboten", "3 Angeboten"],
    ["Multiple Sklerose", "wegen Multipler Sklerose", "Multipler Sklerose"],
    ["schwanger", "eine schwangere Bewerberin", "schwangere"],
    ["alkoholkrank", "Alkoholkranke Mutter", "Alkoholkranke"],
    ["Auskunftssperre", "zwei Auskunftssperren", "Auskunftssperren"],
    ["27. Februar", "am 27.02. und", "27.02."],
    ["8. Januar", "am 08.01.2026", "08.01.2026"],
    ["§ 51 BMG", "nach § 51 Absatz 1 BMG", "§ 51 Absatz 1 BMG"],
  ])("%j in %j", (phrase, text, quote) => {
    expect(phrases(text, phrase)).toEqual([quote]);
  });
});

describe("does not find a phrase", () => {
  test.each([
    ["91 Punkte", "19 Punkte"],
    ["91 Punkte", "91 von 100 Punkten"],
    ["150 Euro", "1.150 Euro"],
    ["14.03.1987", "am 14. März"],
    ["Klein", "ein klein wenig"],
    ["Weber", "die Weberin"],
    ["Keller", "die Kelle"],
    ["Falter", "die Falten"],
    ["Schlaganfall", "Schlaganfallpatient"],
    ["Bedrohung", "Er bedroht sie."],
    ["1187", "1.187"],
    ["4711/26", "4711 26"],
    ["", "irgendetwas"],
  ])("%j in %j", (phrase, text) => {
    expect(phrases(text, phrase)).toEqual([]);
  });
});

test("words are those of the pattern", () => {
  const wordForm = /\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*|‰/gu;
  const unit = fc.constantFrom(...Array.from("aÄxq-'’‰ ."), "\u0301", "\u{1d400}", "\u{1f600}");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
      const text = units.join("");
      const { items, starts } = phraseText(text);
      const found = items.map((item, at) => [starts[at], "id" in item ? item.text : ""]);
      expect(found).toEqual(
        Array.from(text.matchAll(wordForm), ({ 0: word, index }) => [
          index,
          word === "‰" ? "Promille" : word,
        ]),
      );
    }),
    { numRuns: 1000, seed: 20_261_129 },
  );
});
