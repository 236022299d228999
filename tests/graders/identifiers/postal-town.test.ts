import { expect, test } from "vitest";
import { counted, hinted } from "./found.ts";

test.each([
  ["wohnhaft in 01234 Musterstadt", "01234 musterstadt"],
  ["Anschrift: D-98765 Bad Beispiel", "98765 bad beispiel"],
  ["Postfach 12 34, 01234 Musterfurt am Main", "01234 musterfurt am main"],
])("finds %j", (text, value) => {
  expect(counted(text)).toEqual([`postal-town ${value}`]);
});

test.each(["12", "12 a", "5-7", "8/3", "12a - 14b"])(
  "behind the house number %s it needs no further cue",
  (house) => {
    const text = `Lindenweg ${house}\n01234 Musterstadt`;
    expect(counted(text)).toContain("postal-town 01234 musterstadt");
  },
);

test("without a cue it is a hint", () => {
  expect(hinted("Dienststelle 01234 Musterstadt")).toEqual(["postal-town 01234 musterstadt"]);
});

test.each([
  "wohnt mit 12345 Einwohnern",
  "Adresse: 10000 Euro",
  "wohnt 00999 Musterstadt",
  "Anschrift 99999 Xstadt",
  "12345 klein",
])("%j is none", (text) => {
  expect(counted(text)).toEqual([]);
});
