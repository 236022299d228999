import { describe, expect, test } from "vitest";
import { wienerSachtext1 } from "../../../graders/text/formulas.ts";
import { countText } from "../../../graders/text/text-counts.ts";

/** Texts A and B of the textstat test suite, with their published value of WSTF1. */
const textA =
  "Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh.";
const textB =
  "Alle Parteien widmen dem Thema rein quantitativ betrachtet nennenswerte Aufmerksamkeit, die Grünen wenig überraschend am meisten.";

describe("countText", () => {
  test("agrees with textstat on A", () => {
    const counts = countText(textA);
    expect(counts).toEqual({
      sentences: 1,
      words: 14,
      syllables: 22,
      polysyllables: 0,
      longWords: 4,
      monosyllables: 6,
      digitTokens: 0,
    });
    expect(wienerSachtext1(counts)).toBeCloseTo(3.77, 2);
  });

  test("agrees with textstat on B, but counts „überraschend“ with its 4 syllables", () => {
    const counts = countText(textB);
    expect(counts).toMatchObject({ words: 16, polysyllables: 6, longWords: 7, monosyllables: 4 });
    expect(counts.syllables).toBe(37 + 1);
    expect(wienerSachtext1(counts)).toBeCloseTo(13.913, 3);
  });

  test("counts numbers in digits as one syllable and says how many there are", () => {
    expect(countText("Das kostet 3.500 Euro.")).toMatchObject({ syllables: 6, digitTokens: 1 });
  });

  test("counts letters, not hyphens, for long words", () => {
    expect(countText("E-Mail-Ad").longWords).toBe(1);
    expect(countText("E-Mail").longWords).toBe(0);
  });

  test("counts nothing in a text without words", () => {
    expect(Object.values(countText("… --- !")).every((count) => count === 0)).toBe(true);
  });

  test("counts composed and decomposed spelling alike", () => {
    const text = "Die Behörde prüft die Gebührenbefreiung für Ältere.";
    expect(countText(text.normalize("NFD"))).toEqual(countText(text));
  });
});
