import { expect, test } from "vitest";
import {
  findLiteral,
  keyOf,
  needleOf,
  searchedText,
} from "../../../graders/identifiers/searched-text.ts";

function literal(text: string, value: string): string[] {
  return findLiteral(searchedText(text), needleOf(value)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test.each([
  ["AB-47/11", "Akte ab 47 11.", "ab 47 11"],
  ["Straße", "STRASSE", "STRASSE"],
  ["geheim", "ge\u00adheim", "ge\u00adheim"],
  ["1.187,50", "kostet 1 187,50 Euro", "1 187,50"],
  ["Aydin", "Aydins", "Aydin"],
  ["★", "ein ★", "★"],
])("finds %j in %j", (value, text, quote) => {
  expect(literal(text, value)).toEqual([quote]);
});

test.each([
  ["Elif Aydin", `Elif${".".repeat(200)}Aydin`],
  ["1187", "1187,50"],
  ["187", "1.187"],
  ["1187", "11 87"],
  ["Aydin", "Aydinger"],
  ["Aydin", "Maydin"],
  [" ", "a b"],
])("does not find %j in %j", (value, text) => {
  expect(literal(text, value)).toEqual([]);
});

test("two spellings of one identifier have the same key", () => {
  const keys = ["DE89 3704 0044 0532 0130 00", "de89370400440532013000"].map((text) =>
    searchedText(text).findings.map(keyOf),
  );
  expect(keys).toEqual([["iban:DE89370400440532013000"], ["iban:DE89370400440532013000"]]);
});
