import { expect, test } from "vitest";
import { counted, hinted } from "./found.ts";

test.each([
  ["Kennzeichen: B-MW 1234", "BMW1234"],
  ["Das Fahrzeug M XY 999E steht im Halteverbot.", "MXY999E"],
  ["amtliches Kennzeichen GÖ-AB 12H", "GÖAB12H"],
  ["amtl. Kennzeichen TR·EA 123", "TREA123"],
  ["Nummernschild: tr-ea 123", "TREA123"],
  ["Kennzeichen EN-RB 9", "ENRB9"],
  ["B\u2013MW\u00a01234 (Halter unbekannt)", "BMW1234"],
])("finds %j", (text, value) => {
  expect(counted(text)).toEqual([`licence-plate ${value}`]);
});

test("without a cue it is a hint", () => {
  expect(counted("Raum B-MW 1234")).toEqual([]);
  expect(hinted("Raum B-MW 1234")).toEqual(["licence-plate BMW1234"]);
});

test.each([
  "Kennzeichen m xy 999",
  "Kennzeichen gibt es in ab 3 Tagen",
  "Fahrzeug tr-ea 123",
  "Kennzeichen B-MW 0123",
  "Kennzeichen BER-LI 12345",
  "Fahrzeug nach SGB X 45",
  "Fahrzeug DIN EN 1789",
  "Kennzeichen nach EN AB 12",
  "Fahrzeug nach EU-VO 12",
  "Kennzeichen HHH-AB 1234E",
])("%j holds none", (text) => {
  expect(counted(text)).toEqual([]);
});
