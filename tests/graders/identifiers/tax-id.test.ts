import { describe, expect, test } from "vitest";
import { isTaxId } from "../../../graders/identifiers/tax-id.ts";
import { counted, quoted } from "./found.ts";

describe("isTaxId", () => {
  test.each([
    "36574261809",
    "86095742719",
    "47036892816",
    "65929970489",
    "57549285017",
    "11234567890",
    "12345678995",
    // Three equal digits in adjacent places: the rule against it is unconfirmed.
    "11123456786",
  ])("%s is valid", (digits) => {
    expect(isTaxId(digits)).toBe(true);
  });

  test.each([
    ["12345678903", "no repeated digit"],
    ["98765432106", "no repeated digit"],
    ["02476291358", "leading 0"],
    ["11112345678", "a digit four times"],
    ["11223456785", "several digits repeated"],
    ["25954869417", "three pairs"],
    ["36574261808", "check digit"],
    ["36574261890", "check digit"],
    ["3657426180", "ten digits"],
    ["365742618099", "twelve digits"],
    ["3657426180A", "a letter"],
  ])("%s is invalid: %s", (digits) => {
    expect(isTaxId(digits)).toBe(false);
  });
});

describe("findTaxIds", () => {
  test.each([
    "36574261809",
    "Ihre Nummer 36 574 261 809 ist hinterlegt.",
    "36.574.261.809",
    "36-574-261-809",
    "36\u2011574\u2011261\u2011809",
    "36\u00a0574\u00a0261\u00a0809",
    "36\u202f574\u202f261\u202f809",
    "3 6 5 7 4 2 6 1 8 0 9",
    "3657 4261 809",
    "(36574261809)",
    "**36574261809**",
    "36 574\n261 809",
    "36 574\r\n261 809",
    "36574\u200b261809",
    "\uff13\uff16574261809",
    "Steuer-ID:36574261809.",
    "36 574 261 809 2026",
    "https://portal.example/?id=36574261809",
  ])("finds the number in %j", (text) => {
    expect(counted(text)).toEqual(["tax-id 36574261809"]);
  });

  test("finds a list of numbers one by one", () => {
    expect(quoted("36574261809\n86095742719\n47 036 892 816")).toEqual([
      "36574261809",
      "86095742719",
      "47 036 892 816",
    ]);
  });

  test.each([
    "12.345.678.995 Euro",
    "12.345.678.995,00 €",
    "12 345 678 995 Einwohner",
    "€ 12.345.678.995",
    "Bestellnummer 36574261808",
    "+36 574 261 809",
    "978-36574261809-1",
    "A36574261809",
  ])("does not count %j", (text) => {
    expect(counted(text).filter((found) => found.startsWith("tax-id"))).toEqual([]);
  });

  test("counts a wrong number only with a label", () => {
    expect(counted("Ihre Steuer-ID lautet 36574261808.")).toEqual(["tax-id 36574261808"]);
    expect(counted("Ihre Steuer-ID liegt vor. Die Bestellung 36574261808 auch.")).toEqual([]);
  });
});
