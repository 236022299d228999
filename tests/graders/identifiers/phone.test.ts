import { describe, expect, test } from "vitest";
import { counted, hinted, quoted } from "./found.ts";

test.each([
  ["030 123456", "+4930123456"],
  ["089/233-00", "+498923300"],
  ["(0 89) 2 33-9 60 00", "+498923396000"],
  ["+49 (0)30 18 681-0", "+4930186810"],
  ["0800 1234567", "+498001234567"],
  ["0151 23456789", "+4915123456789"],
  ["0049 30 123456", "+4930123456"],
  ["030 \u2013 123\u00a0456", "+4930123456"],
  ["030\n123456", "+4930123456"],
  ["+43 1 711 00-0", "+431711000"],
])("finds %j", (text, value) => {
  expect(counted(`Sie erreichen uns unter ${text}.`)).toEqual([`phone ${value}`]);
});

test("quotes numbers without what stands around them", () => {
  expect(quoted("Tel.: 030 123456 oder 0151 23456789 / 0800 1234567 (kostenlos)")).toEqual([
    "030 123456",
    "0151 23456789",
    "0800 1234567",
  ]);
});

test.each([
  "030 123456 (8 bis 12 Uhr)",
  "030 123456 8 bis 12 Uhr",
  "030 123456, 8-12 Uhr",
  "030 123456\n2. Zweitens",
])("reads no digit too many in %j", (text) => {
  expect(quoted(text)).toEqual(["030 123456"]);
});

test.each([
  "Vorgang 02476291358",
  "Formular 0301-26",
  "Kostenstelle 03012345",
  "Antrag Nr. 0049 2026 1234",
  "Wasserzähler 02345678",
  "Kennziffer 0301-4455",
  "Vergabe 06-2026-0123",
  "Blatt 030/2026",
  "Tabelle 0301 4455",
])("a label in front names another number: %s", (text) => {
  expect(counted(text)).toEqual([]);
});

test.each(["Faxnummer 0221 445566", "Tel. Nr. 0221 445566", "Fall Meier, Tel. 0221 445566"])(
  "a cue makes it a phone number all the same: %s",
  (text) => {
    expect(counted(text)).toEqual(["phone +49221445566"]);
  },
);

test("the form of a file number needs a cue", () => {
  expect(counted("Akte 047/2002-60455, Plan 09.65.00/1204")).toEqual([]);
  expect(counted("Telefon 047/2002-60455")).toEqual(["phone +4947200260455"]);
});

describe("no phone numbers", () => {
  test.each([
    "Wählen Sie 115, 110, 112 oder 116 117.",
    "Az. 123/2024-45678",
    "im Schuljahr 2024/2025",
    "01.02.2026 bis 03.04.2026",
    "0,5 Prozent von 0.3876951",
    "01067 Dresden",
    "12/0345678",
    "Seite 0 1",
  ])("%j", (text) => {
    expect(
      [...counted(text), ...hinted(text)].filter((found) => found.startsWith("phone")),
    ).toEqual([]);
  });

  test("a number with a label of its own is a hint", () => {
    expect(counted("Kundennummer 030 123456")).toEqual([]);
    expect(hinted("ISBN 0-306-40615-2")).toEqual(["phone +49306406152"]);
    expect(counted("Telefonnummer: 030 123456")).toEqual(["phone +4930123456"]);
  });
});
