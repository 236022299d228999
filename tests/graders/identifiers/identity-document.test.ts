import { describe, expect, test } from "vitest";
import {
  isCheckedSerial,
  isDocumentSerial,
} from "../../../graders/identifiers/identity-document.ts";
import { counted, hinted } from "./found.ts";

describe("serial and check digit", () => {
  test.each(["L01X00T47", "C01X00T47", "T22000129", "CZ6311T47", "122000129"])(
    "%s is a serial",
    (text) => {
      expect(isDocumentSerial(text)).toBe(true);
    },
  );
  test.each(["A01X00T47", "L01X00T4", "L01X00T471", "CFGHJKLMN"])("%s is none", (text) => {
    expect(isDocumentSerial(text)).toBe(false);
  });
  test.each(["L01X00T471", "C01X00T478", "T220001293", "CZ6311T472", "LZ6311T475", "1220001297"])(
    "%s ends with its check digit",
    (text) => {
      expect(isCheckedSerial(text)).toBe(true);
    },
  );
  test("character nine is no check digit of the first eight", () => {
    expect(isCheckedSerial("L01X00T44")).toBe(false);
    expect(isCheckedSerial("L01X00T472")).toBe(false);
  });
});

test.each([
  "Ausweisnummer: L01X00T47",
  "Ihr Reisepass (L01X00T47) ist abgelaufen.",
  "Der Personalausweis mit der Nummer l01x00t47",
  "Seriennummer L01X 00T47",
  "Ausweisnummer L01X00T471D",
  "Unterlage L01X00T471",
])("finds %j", (text) => {
  expect(counted(text)).toEqual(["identity-document L01X00T47"]);
});

test("nine digits need a label", () => {
  expect(counted("Pass-Nr. 122000129")).toEqual(["identity-document 122000129"]);
  expect(counted("Der Pass kostet wenig, Kassenzeichen folgt. 122000129")).toEqual([]);
});

test("a bare serial without a cue is a hint", () => {
  expect(hinted("Bauteil L01X00T47")).toEqual(["identity-document L01X00T47"]);
  expect(counted("Bauteil T220001293")).toEqual([]);
  expect(hinted("Bauteil L01X 00T471")).toEqual([]);
  expect(counted("Az. L01X00T471")).toEqual(["file-reference l01x00t471"]);
});
