import { expect, test } from "vitest";
import { counted, quoted } from "./found.ts";

test.each([
  "Lindenweg 12",
  "Lindenweg 12 a",
  "Lindenstraße 4-6",
  "Hauptstr. 5",
  "Hauptstr.5",
  "Berliner Straße 3",
  "Karl-Marx-Allee 3b",
  "Alter Marktplatz 7",
  "Rosa-Luxemburg-Platz 1",
  "Lange Gasse 9",
  "Straße des Friedens 21",
  "Platz der Deutschen Einheit 3",
])("finds %j", (address) => {
  expect(
    quoted(`Sie wohnt ${address}, zweiter Stock.`).map((found) => address.endsWith(found)),
  ).toEqual([true]);
});

test("two spellings of one address have the same value", () => {
  expect(counted("LINDENSTRASSE 4")).toEqual(["street-address lindenstr4"]);
  expect(counted("Lindenstrasse 4")).toEqual(counted("Lindenstr. 4"));
});

test("a name without ending needs a postcode behind the number", () => {
  expect(quoted("Am Anger 4, 01234 Musterstadt")).toEqual(["Am Anger 4", "01234 Musterstadt"]);
  expect(counted("Am Montag 4 Termine")).toEqual([]);
});

test.each([
  "auf dem Platz der Republik 3 Bühnen",
  "auf Platz 1",
  "der Weg 2",
  "Arbeitsplatz 3",
  "Parkplatz 12",
  "Rechtsweg 2",
  "Bundesstraße 27",
  "Bahnhof 3",
  "Fragebogen 2",
  "Direktor 5",
  "in der Lindenstraße",
  "Lindenweg 12.000 Euro",
])("%j is none", (text) => {
  expect(counted(text)).toEqual([]);
});
