import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognise } from "../../../graders/identifiers/recognise.ts";
import { hostileLine } from "../../helpers/hostile-texts.ts";
import { counted } from "./found.ts";

test("nothing is found twice, and findings are in the order of the text", () => {
  const text =
    "Tel. 030 123456, IBAN DE89370400440532013000, Steuer-ID 36574261809, KVNR T024881870, " +
    "VSNR 15070649C103, USt-IdNr. DE136695976, Kfz B-MW 1234, Az. 4711/26, geb. 3.5.1987";
  const kinds = recognise(text).map(({ kind }) => kind);
  expect(kinds).toEqual([
    "phone",
    "iban",
    "tax-id",
    "health-insurance-number",
    "pension-number",
    "vat-id",
    "licence-plate",
    "file-reference",
    "date-of-birth",
  ]);
});

test("a hint does not hide what a later recogniser is sure of", () => {
  expect(counted("Aktenzeichen WG-2041-7785")).toEqual(["file-reference wg-2041-7785"]);
});

test("spans point into the text as it was given", () => {
  const text = "x\u200b Steuer\u00adID 36\u00a0574\u00a0261\u00a0809\u200b.";
  const [found] = recognise(text);
  expect(text.slice(found?.start, found?.end)).toBe("36\u00a0574\u00a0261\u00a0809");
});

describe("texts without personal data", () => {
  test.each([
    "Nach § 3 Abs. 2 Nr. 1 SGB X ist der Antrag bis zum 31. März 2026 zu stellen.",
    "Die Gebühr beträgt 37,00 Euro, ermäßigt 22,80 Euro. Öffnungszeiten: 8.00-12.30 Uhr.",
    "ISBN 978-3-16-148410-0, DIN EN ISO 9001:2015, BGBl. I S. 1234, BT-Drs. 19/12345",
    "Bestellnummer 4711-0815-2026, Rechnung RE-2026-000123, Kundennummer 10023456789",
    "Rufen Sie die 115 an; im Notfall 110 oder 112, ärztlicher Dienst 116 117.",
    "Version 1.2.3.4, Raum 3.14, Haushaltsjahr 2025/2026, 1.234.567,89 Euro, 12 %",
    "[NAME_1] wohnt in [ADRESSE], IBAN [IBAN_2], geboren am [GEBURTSDATUM]",
  ])("%j", (text) => {
    expect(counted(text)).toEqual([]);
  });
});

test("findings are sorted, inside the text and without overlaps, whatever the text", () => {
  const pieces = fc.constantFrom(
    "36574261809",
    "DE89370400440532013000",
    "T024881870",
    "Az.",
    "geb.",
    "1.2.1990",
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 12 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(texts, fc.constantFrom(" ", "", "\n", "-"), (parts, joint) => {
      const text = parts.join(joint);
      let end = 0;
      for (const found of recognise(text)) {
        expect(found.start).toBeGreaterThanOrEqual(end);
        expect(found.end).toBeGreaterThan(found.start);
        ({ end } = found);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { seed: 20_261_101, numRuns: 300 },
  );
});

const repeated: Readonly<Record<string, string>> = {
  ...hostileLine,
  "lone zeros": "0 ",
  zeros: "0",
  "starts of phone numbers": "+49 30 ",
  "phone numbers": "030 123456 ",
  "starts of IBANs": "DE12 ",
  "tax ids": "36574261809 ",
  "labels and no number": "Steuer-ID ",
  "references without digits": "Az. A ",
  references: "Az. 1/2 B ",
  streets: "Hauptstr. 5 ",
  "street endings": "Astr. ",
  births: "geb. am 3.5.1987 ",
  "machine-readable fillers": "A<A<",
  plates: "B MW 1 ",
  towns: "12345 Ab ",
  "wide gaps": "1  ",
  "gaps and brackets": "0( 1 )",
  "digits on lines": "1\n",
};

test.each(Object.entries(repeated))("200 000 characters of %s do not hang it", (_name, piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length)).slice(0, 200_000);
  const before = process.cpuUsage();
  recognise(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(10_000);
});

test.each([
  `0${"  1".repeat(40)}x`,
  `0${" ( 1".repeat(40)}x`,
  `Steuernummer 1${"  1".repeat(40)}x`,
  `DE89${"  1".repeat(60)}x`,
  `x@${"a(punkt)".repeat(60)}1`,
  `<${"A<".repeat(5000)}`,
])("text %# is left without going back and forth", (text) => {
  const before = process.cpuUsage();
  recognise(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(10_000);
});
