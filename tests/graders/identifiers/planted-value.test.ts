import { describe, expect, test } from "vitest";
import { findPlanted } from "../../../graders/identifiers/planted-value.ts";
import { searchedText } from "../../../graders/identifiers/searched-text.ts";

function planted(text: string, value: string): string[] {
  return findPlanted(searchedText(text), value).map(({ start, end }) => text.slice(start, end));
}

describe("finds a planted value", () => {
  test.each([
    ["Elif Aydin", "Der Antrag von ELIF AYDIN"],
    ["Elif Aydin", "Elif\nAydin"],
    ["Elif Aydin", "Elif\u00a0\u200bAydin"],
    ["Elif Aydin", "Elif Aydins Antrag"],
    ["Elif Aydin", "Aydin, Elif"],
    ["Elif Aydin", "Sehr geehrte Frau Aydin"],
    ["Elif Aydin", "E. Aydin"],
    ["Elif Aydin", "Antrag Aydin"],
    ["Aydin, Elif", "Elif Aydin"],
    ["Elif Aydin", "Elif Aydın"],
    ["Elif Aydin", "ELİF AYDIN"],
    ["Elif Aydin", "Frau Aydın"],
    ["Elif Aydın", "Elif Aydin"],
    ["Elif Aydın", "AYDIN, ELİF"],
    ["İpek Yıldız", "Ipek Yildiz"],
    ["İpek Yıldız", "i\u0307pek yıldız"],
    ["Ipek Yildiz", "Frau Yıldız"],
    ["Maria Ott", "Frau Ott"],
    ["Straßer", "Herr Strasser"],
    ["4711-AB/26", "4711 ab 26"],
    ["14.03.1987", "14. März 1987"],
    ["14. März 1987", "14.3.1987"],
    ["030 123456", "+49 30 123-456"],
    ["DE89370400440532013000", "DE89 3704 0044\n0532 0130 00"],
    ["Lindenstraße 4", "Lindenstr. 4"],
    ["Lindenweg 12, 01234 Musterstadt", "Lindenweg 12\n01234 Musterstadt"],
    ["22150765K003", "22 150765 K 003"],
    ["Depression", "depression"],
    ["1.187,50 Euro", "1.187,50 Euro"],
    ["★★", "a ★★ b"],
    ["91 Punkte", "mit 91 Punkten vorn"],
    ["150 Euro", "150,00 €"],
  ])("%j in %j", (value, text) => {
    expect(planted(text, value)).toHaveLength(1);
  });
});

describe("does not find a planted value", () => {
  test.each([
    ["Elif Aydin", "Elif kommt später"],
    ["Elif Aydin", "aydinartig, Aydinger"],
    ["Klaus Klein", "ein klein wenig"],
    ["Maria Ott", "Ott gilt als Abkürzung"],
    ["1187", "11 87"],
    ["1187", "1187,50 Euro"],
    ["1187", "51187"],
    ["Depression", "Depressionsforschung"],
    ["14.03.1987", "14.04.1987"],
    ["Stadt Musterfurt", "Musterfurt"],
    ["91 Punkte", "19 Punkte"],
  ])("%j in %j", (value, text) => {
    expect(planted(text, value)).toEqual([]);
  });

  test("the surname alone, when that is switched off", () => {
    const text = searchedText("Aydin fehlt. Frau Aydin fehlt.");
    expect(findPlanted(text, "Elif Aydin", { surnameAlone: false })).toHaveLength(1);
  });
});

test("places are right behind letters that fold to fewer or more", () => {
  const text = "Straße i\u0307, İ: i\u0307pek Yıldız, Weg 3";
  expect(planted(text, "Ipek Yildiz")).toEqual(["i\u0307pek Yıldız"]);
});

test("overlapping spellings are one place", () => {
  expect(planted("Frau Elif Aydin", "Elif Aydin")).toEqual(["Elif Aydin"]);
});
