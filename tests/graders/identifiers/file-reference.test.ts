import { describe, expect, test } from "vitest";
import { counted, hinted, quoted } from "./found.ts";

test.each([
  ["Az.: 7654/8", "7654/8"],
  ["Aktenzeichen 211321/37", "211321/37"],
  ["Geschäftszeichen: 2200-BY/14 III", "2200-BY/14 III"],
  ["GZ 50.3-2026/1187 vom 3. Mai 2026", "50.3-2026/1187"],
  ["Az. 12 C 580/06", "12 C 580/06"],
  ["Az: 1 BvR 123/45, Rn. 5", "1 BvR 123/45"],
  ["Aktenzeichen des Bescheids: 32-4711/26", "32-4711/26"],
  ["Unser Zeichen (bitte angeben): 32-4711/26", "32-4711/26"],
  ["**Aktenzeichen:** WG-2026-0815", "WG-2026-0815"],
  ["Ihr Aktenzeichen lautet 4711/26 Herr Beispiel", "4711/26"],
])("finds the reference in %j", (text, reference) => {
  expect(quoted(text)).toEqual([reference]);
});

describe("no finding", () => {
  test.each([
    "Az. wird nachgereicht.",
    "Das Aktenzeichen vom 12.03.2026",
    "Aktenzeichen: [AKTENZEICHEN_1]",
    "Azubis gesucht, 30 Stellen",
    "§ 12 Abs. 3 Satz 1, Seite 4711/26",
  ])("%j", (text) => {
    expect(counted(text)).toEqual([]);
  });

  test("the form of a court's reference alone, or of a published decision, is a hint", () => {
    expect(hinted("Verfahren 12 C 580/06")).toEqual(["file-reference 12 c 580/06"]);
    expect(hinted("BVerwG, Urteil vom 05.05.2016, Az. 5 C 12.16")).toEqual([
      "file-reference 5 c 12.16",
    ]);
  });
});
